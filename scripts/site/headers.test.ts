import { describe, expect, it } from 'vitest';
import {
  inlineHashes,
  mergedHashes,
  withPolicy,
} from './content-security-policy.ts';
import {
  formatHeaders,
  formatNginx,
  headerRules,
  headersAt,
  parseHeaders,
} from './headers.ts';

const sandbox = 'assets/playground/sandbox.0a1b.html';
const site = { baseUrl: '/guide/', prefixes: ['', 'de/'] };
const sandboxes = [sandbox, `de/${sandbox}`];
const inline = { scripts: ["'sha256-script'"], styles: ["'sha256-style'"] };
const rules = headerRules(site, sandboxes, inline);
const name = 'content-security-policy';

describe('inlineHashes', () => {
  // `openssl dgst -sha256 -binary | base64` of each text.
  const alert = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='";
  const rule = "'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y='";
  const quoted = "'sha256-ufOdIM4E6HBwi5Q+EjXfVMAcwW24TIob3rK4QduON5s='";
  const red = "'sha256-8f935d27GvUutRyY9yWScUMiFUk4WTdZURISiYfPOeQ='";

  it('returns the hashes that browsers compute, including those of <noscript>', () => {
    const page = `<!doctype html><script src=a.js></script><script>alert(1)</script>
      <noscript><style>p{}</style></noscript><p style="color:&quot;"></p><p style=color:red></p>`;
    expect(inlineHashes(page)).toEqual({
      scripts: [alert],
      styles: [red, rule, quoted],
    });
  });

  it('ignores JSON-LD', () => {
    const page = `<script type="application/ld+json">{}</script><script type=module>alert(1)</script>`;
    expect(inlineHashes(page)).toEqual({ scripts: [alert], styles: [] });
  });

  it('merges the hashes of several pages without duplicates', () => {
    const pages = [
      '<p style=color:red>',
      '<b style=color:red><style>p{}</style>',
    ];
    expect(mergedHashes(pages.map(inlineHashes))).toEqual({
      scripts: [],
      styles: [red, rule],
    });
  });
});

describe('withPolicy', () => {
  it('inserts the policy before every script, without frame-ancestors', () => {
    const page = '<head><meta charset=UTF-8><script>1</script></head>';
    expect(withPolicy(page, inline)).toMatch(
      /^<head><meta charset=UTF-8><meta http-equiv="Content-Security-Policy" content="default-src 'self'; [^"]*; base-uri 'none'"><script>/,
    );
  });

  it('rejects a page without <meta charset>', () => {
    expect(() => withPolicy('<script>1</script>', inline)).toThrow(
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
  ])('/guide/%s has the policy of pages', (path) => {
    const policy = headersAt(rules, `/guide/${path}`).get(name);
    expect(policy).toContain("default-src 'self'; object-src 'none'");
    expect(policy).toContain(" 'sha256-script';");
    expect(policy).toContain(" 'sha256-style';");
  });

  it.each([sandbox, `de/${sandbox}`])(
    '/guide/%s has the policy of the sandbox',
    (path) => {
      expect(headersAt(rules, `/guide/${path}`).get(name)).toBe(
        "frame-ancestors 'self'; sandbox allow-scripts",
      );
    },
  );

  it('returns no header outside the site', () => {
    expect(headersAt(rules, '/other').has(name)).toBe(false);
  });

  it('combines all matching rules, as hosts do', () => {
    const both = [
      { path: '/:a', name: 'x-a', value: '1' },
      { path: '/b', name: 'x-a', value: '2' },
    ];
    expect(headersAt(both, '/b').get('x-a')).toBe('1, 2');
  });
});

it('parses its own _headers file', () => {
  expect(parseHeaders(formatHeaders(rules))).toEqual(rules);
});

it('reports the line of an unexpected header', () => {
  expect(() => parseHeaders('/*\nX-A: b\n')).toThrow(
    'build/_headers:2: is neither a path nor a header.',
  );
});

it('rejects a policy that is longer than hosts allow', () => {
  const styles = Array.from(
    { length: 40 },
    (_, index) => `'sha256-${'0'.repeat(42)}${index}='`,
  );
  expect(() => headerRules(site, sandboxes, { scripts: [], styles })).toThrow(
    /has \d{4} characters, 2000 are allowed in build\/_headers: the pages have 40 different inline styles/,
  );
});

it('formats one nginx policy for all pages and one for the sandboxes', () => {
  expect(formatNginx(rules).split('\n')).toEqual([
    'map $uri $content_security_policy {',
    expect.stringMatching(/^ {2}default "default-src 'self'; .*";$/),
    String.raw`  "~^/guide/assets/playground/sandbox\.0a1b\.html$" "frame-ancestors 'self'; sandbox allow-scripts";`,
    String.raw`  "~^/guide/de/assets/playground/sandbox\.0a1b\.html$" "frame-ancestors 'self'; sandbox allow-scripts";`,
    '}',
    'add_header Content-Security-Policy $content_security_policy always;',
    '',
  ]);
});
