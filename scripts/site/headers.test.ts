import { describe, expect, it } from 'vitest';
import { withPolicy } from './content-security-policy.ts';
import { headersFile, nginxFile, readHeadersFile } from './header-files.ts';
import { type BuiltSite, headerRules, headersAt } from './header-rules.ts';
import { inlineHashes, joinedHashes } from './inline-hashes.ts';

const sandbox = 'assets/playground/sandbox.0a1b.html';
const site: BuiltSite = {
  baseUrl: '/guide/',
  prefixes: ['', 'de/'],
  sandboxes: [sandbox, `de/${sandbox}`],
  inline: { scripts: ["'sha256-script'"], styles: ["'sha256-style'"] },
};
const rules = headerRules(site);
const name = 'content-security-policy';

describe('inlineHashes', () => {
  // `openssl dgst -sha256 -binary | base64` of each text.
  const alert = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='";
  const rule = "'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y='";
  const quoted = "'sha256-ufOdIM4E6HBwi5Q+EjXfVMAcwW24TIob3rK4QduON5s='";
  const red = "'sha256-8f935d27GvUutRyY9yWScUMiFUk4WTdZURISiYfPOeQ='";

  it('are those of the browser, also of what is for readers without scripts', () => {
    const page = `<!doctype html><script src=a.js></script><script>alert(1)</script>
      <noscript><style>p{}</style></noscript><p style="color:&quot;"></p><p style=color:red></p>`;
    expect(inlineHashes(page)).toEqual({
      scripts: [alert],
      styles: [red, rule, quoted],
    });
  });

  it('leave out what is data, not a script', () => {
    const page = `<script type="application/ld+json">{}</script><script type=module>alert(1)</script>`;
    expect(inlineHashes(page)).toEqual({ scripts: [alert], styles: [] });
  });

  it('of several pages are each there once', () => {
    const pages = [
      '<p style=color:red>',
      '<b style=color:red><style>p{}</style>',
    ];
    expect(joinedHashes(pages.map(inlineHashes))).toEqual({
      scripts: [],
      styles: [red, rule],
    });
  });
});

describe('withPolicy', () => {
  it('puts the policy before every script, without what a page cannot say', () => {
    const page = '<head><meta charset=UTF-8><script>1</script></head>';
    expect(withPolicy(page, site.inline)).toMatch(
      /^<head><meta charset=UTF-8><meta http-equiv="Content-Security-Policy" content="default-src 'self'; [^"]*; base-uri 'none'"><script>/,
    );
  });

  it('refuses a page where it would come too late', () => {
    expect(() => withPolicy('<script>1</script>', site.inline)).toThrow(
      'has no <meta charset>',
    );
  });
});

describe('headersAt', () => {
  it.each([
    '',
    'websockets',
    'examples/chat',
    'de/',
    'de/examples/chat',
    'no/where',
  ])('/guide/%s has the policy of the pages', (path) => {
    const policy = headersAt(rules, `/guide/${path}`).get(name);
    expect(policy).toContain("default-src 'self'; object-src 'none'");
    expect(policy).toContain(" 'sha256-script';");
    expect(policy).toContain(" 'sha256-style';");
  });

  it.each([sandbox, `de/${sandbox}`])('/guide/%s has its own', (path) => {
    expect(headersAt(rules, `/guide/${path}`).get(name)).toBe(
      "frame-ancestors 'self'; sandbox allow-scripts",
    );
  });

  it('what lies outside of the site has none', () => {
    expect(headersAt(rules, '/other').has(name)).toBe(false);
  });

  it('all rules that fit count, as on a host', () => {
    const both = [
      { path: '/:a', name: 'x-a', value: '1' },
      { path: '/b', name: 'x-a', value: '2' },
    ];
    expect(headersAt(both, '/b').get('x-a')).toBe('1, 2');
  });
});

it('a host that reads the file gets the same rules', () => {
  expect(readHeadersFile(headersFile(rules))).toEqual(rules);
});

it('a line that is not of the file is named', () => {
  expect(() => readHeadersFile('/*\nX-A: b\n')).toThrow(
    'build/_headers:2: is neither a path nor a header.',
  );
});

it('a policy that a host would cut off is refused', () => {
  const styles = Array.from(
    { length: 40 },
    (_, index) => `'sha256-${'0'.repeat(42)}${index}='`,
  );
  expect(() =>
    headerRules({ ...site, inline: { scripts: [], styles } }),
  ).toThrow(
    /has \d{4} characters, 2000 are allowed in build\/_headers: the pages have 40 different inline styles/,
  );
});

it('nginx sends one policy to all but the sandboxes', () => {
  expect(nginxFile(rules).split('\n')).toEqual([
    'map $uri $content_security_policy {',
    expect.stringMatching(/^ {2}default "default-src 'self'; .*";$/),
    String.raw`  "~^/guide/assets/playground/sandbox\.0a1b\.html$" "frame-ancestors 'self'; sandbox allow-scripts";`,
    String.raw`  "~^/guide/de/assets/playground/sandbox\.0a1b\.html$" "frame-ancestors 'self'; sandbox allow-scripts";`,
    '}',
    'add_header Content-Security-Policy $content_security_policy always;',
    '',
  ]);
});
