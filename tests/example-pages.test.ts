import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { content } from '../content.ts';
import { listExamples } from '../scripts/examples/catalogue.ts';
import { lockedPackages } from '../scripts/examples/locked-packages.ts';
import { readCoverage, readPages } from '../scripts/content/pages.ts';
import { readLockfile } from '../src/evidence/version.ts';
import { runCommands } from '../src/examples/commands.ts';
import { isShown } from '../src/examples/shown.ts';
import { readExample } from '../src/examples/files.ts';
import { useBrowser } from './support/browser.ts';
import { builtPage } from './support/built-page.ts';
import { address, locales, pagesOf, published } from './support/site.ts';

const browser = useBrowser();
const examples = listExamples();
const filesOf = (name: string) => readExample(content.examplesDir, name);
const textsOf = (name: string) =>
  Object.fromEntries(filesOf(name).map(({ path, text }) => [path, text]));
const { uses } = readCoverage(await readPages());
const lockfile = readLockfile(content.lockfile);

it('there are examples', () => {
  expect(examples.length).toBeGreaterThan(5);
});

describe.each(examples)('the page of $name', (example) => {
  const { name } = example;

  it.each(locales)('is in the menu, in $name', ({ prefix }) => {
    const $ = builtPage(`${prefix}examples/${name}`);
    const links = $('.menu__link')
      .map((_, link) => $(link).attr('href'))
      .get();
    expect(
      links.filter((href) => href.endsWith(`/examples/${name}`)),
    ).not.toEqual([]);
  });

  it('shows each file of the app as it is, and names all others', () => {
    const $ = builtPage(`examples/${name}`);
    const tree = $('ul[data-pagefind-ignore]');
    for (const { path, text } of filesOf(name)) {
      const shown = tree
        .find('details > div')
        .filter((_, div) => $(div).attr('id') === path);
      expect(shown, path).toHaveLength(isShown(path) ? 1 : 0);
      if (isShown(path)) {
        expect(shown.find('pre').text(), path).toBe(withoutMarkers(text));
      }
    }
    expect(tree.find('li:not(:has(> ul))')).toHaveLength(filesOf(name).length);
  });

  it('is no heavier than a reader on the road can bear', () => {
    const { length } = readFileSync(`build/examples/${name}.html`);
    expect(length).toBeLessThan(170_000);
  });

  it('leads to every heading of the guide that shows a file of it', () => {
    const $ = builtPage(`examples/${name}`);
    const section = $('h2#where-the-guide-shows-it').nextUntil('h2');
    const files = section
      .find('> li > code, ul > li > code')
      .map((_, code) => $(code).text())
      .get();
    const own = uses.filter(({ path }) => path.startsWith(`${name}/`));
    expect(new Set(files)).toEqual(
      new Set(own.map(({ path }) => path.slice(name.length + 1))),
    );
    const pages = section
      .find('a')
      .map(
        (_, link) =>
          new URL($(link).attr('href') ?? '', published('')).pathname,
      )
      .get();
    expect(
      new Set(
        pages.map((path) => path.replace(/\/$/, '/index').replace(/.*\//, '')),
      ),
    ).toEqual(
      new Set(own.map(({ file }) => file.replace(/^docs\/|\.mdx$/g, ''))),
    );
  });

  it('names the versions of the lockfile and the records of the tests', () => {
    const $ = builtPage(`examples/${name}`);
    const list = (heading: string) =>
      $(`h2#${heading}`)
        .nextUntil('h2')
        .find('li')
        .map((_, item) => $(item).text())
        .get();
    expect(list('its-versions')).toEqual(
      lockedPackages(example, lockfile).map((pair) => pair.join(' ')),
    );
    for (const [dependency, version] of Object.entries(example.dependencies)) {
      const pinned = /^\d/.test(version) ? `${dependency} ${version}` : '';
      expect(list('its-versions').join('\n')).toContain(pinned);
    }
    expect(list('what-its-tests-recorded')).toEqual(
      filesOf(name)
        .map(({ path }) => path)
        .filter((path) => path.startsWith('evidence/')),
    );
    expect(list('what-its-tests-recorded')).not.toEqual([]);
  });

  it.each(locales)(
    'offers its zip and says how large it is, in $name',
    async ({ prefix }) => {
      const $ = builtPage(`${prefix}examples/${name}`);
      const link = $('a[download]');
      const path = link.attr('href') ?? '';
      expect(new URL(path, published('')).href).toBe(
        published(`${prefix}downloads/${name}.zip`),
      );
      const zip = await bytesOf(`${prefix}downloads/${name}.zip`);
      expect(link.text()).toContain(`${Math.ceil(zip.length / 1000)} kB`);
      const entries = Object.entries(unzipSync(zip)).map(([entry, bytes]) => [
        entry.slice(name.length + 1),
        Buffer.from(bytes).toString(),
      ]);
      expect(Object.fromEntries(entries)).toEqual(textsOf(name));
    },
  );

  it('shows the command of each package manager, for scripts that there are', () => {
    const $ = builtPage(`examples/${name}`);
    const shown = $('[role=tabpanel] pre')
      .map((_, pre) => $(pre).text().trim())
      .get();
    const commands = runCommands(name, published(`downloads/${name}.tar.gz`));
    expect(shown).toEqual(commands.map(({ command }) => command));
    expect(example.scripts).toHaveProperty('dev');
  });

  it('sends StackBlitz its files, each as it is', async () => {
    const page = await browser.open();
    const posted = await openedAtStackBlitz(page, async () => {
      await page.goto(address(`stackblitz/${name}.html`));
    });
    expect(projectOf(posted.body)).toEqual(textsOf(name));
    expect(posted.body.get('project[template]')).toBe('node');
  });
});

describe('a button to StackBlitz', () => {
  const name = 'websocket-chat';

  it.each(locales)(
    'opens the shown file there, in $name',
    async ({ prefix }) => {
      const page = await browser.open();
      await page.goto(address(`${prefix}examples/${name}`));
      const file = 'src/server/routes/api/ws/chat.ts';
      const folded = page.locator('details', {
        has: page.locator(`[id="${file}"]`),
      });
      await folded.locator('summary').click();
      const posted = await openedAtStackBlitz(page, () =>
        folded.locator('a[href*="stackblitz/"]').click(),
      );
      expect(posted.url.searchParams.get('file')).toBe(file);
      expect(posted.url.searchParams.get('startScript')).toBe('dev');
      expect(projectOf(posted.body)).toEqual(textsOf(name));
    },
  );

  it('works without scripts, by one more click', async () => {
    const page = await browser.open({ javaScriptEnabled: false });
    await page.goto(address(`examples/${name}`));
    const posted = await openedAtStackBlitz(page, async () => {
      const [opened] = await Promise.all([
        page.context().waitForEvent('page'),
        page.locator('a.button[href*="stackblitz/"]').click(),
      ]);
      await opened.locator('button').click();
    });
    expect(projectOf(posted.body)).toEqual(textsOf(name));
  });

  it('sends what the SDK of StackBlitz would send', async () => {
    const page = await browser.open();
    const ours = await openedAtStackBlitz(page, async () => {
      await page.goto(address('stackblitz/api-routes.html'));
    });
    // The policy of the site would not let its script in.
    const sdk = await browser.open({ bypassCSP: true });
    await sdk.goto(address('about'));
    await sdk.addScriptTag({
      path: createRequire(import.meta.url)
        .resolve('@stackblitz/sdk')
        .replace(/sdk\.js$/, 'sdk.umd.js'),
    });
    const project = {
      title: 'api-routes',
      description: ours.body.get('project[description]') ?? '',
      template: 'node',
      files: textsOf('api-routes'),
    };
    const theirs = await openedAtStackBlitz(sdk, () =>
      sdk.evaluate(
        `StackBlitzSDK.openProject(${JSON.stringify(project)}, { newWindow: false, startScript: 'dev' })`,
      ),
    );
    expect([...ours.body]).toEqual([...theirs.body]);
    expect(ours.url.href).toBe(theirs.url.href);
  });

  it('does not send again when a reader comes back', async () => {
    const page = await browser.open();
    let sent = 0;
    // The answer of a download: the page that sends stays where it is.
    await page.context().route('https://stackblitz.com/**', (route) => {
      sent += 1;
      return route.fulfill({ status: 204 });
    });
    const done = page.waitForResponse('https://stackblitz.com/**');
    // It sends before it has loaded.
    await page.goto(address(`stackblitz/${name}.html`), {
      waitUntil: 'commit',
    });
    await done;
    await page.goto(address('about'));
    await page.goBack({ waitUntil: 'load' });
    expect(page.url()).toBe(address(`stackblitz/${name}.html`));
    // What a script has sent by now is asked for before this answer.
    await page.evaluate((path) => fetch(path), address('about'));
    expect(sent).toBe(1);
    expect(await page.locator('button').isVisible()).toBe(true);
  });
});

it.each(locales)(
  'files open without scripts and by keyboard, in $name',
  async ({ prefix }) => {
    const page = await browser.open({
      javaScriptEnabled: false,
      viewport: { width: 390, height: 800 },
    });
    await page.goto(address(`${prefix}examples/websocket-chat`));
    const folded = page.locator('details', {
      has: page.locator('[id="vite/keep-dev-server-alive.ts"]'),
    });
    expect(await folded.locator('pre').isVisible()).toBe(false);
    await folded.locator('summary').focus();
    await page.keyboard.press('Enter');
    expect(await folded.locator('pre').isVisible()).toBe(true);
    const { scrollWidth, clientWidth } = await widthsOf(page);
    expect(scrollWidth).toBe(clientWidth);
  },
);

describe('the name of a file above a snippet', () => {
  it.each(locales)('leads to the file, in $name', (locale) => {
    let links = 0;
    for (const path of pagesOf(locale)) {
      const $ = builtPage(path);
      for (const link of $('.theme-code-block a[href*="/examples/"]')) {
        links += 1;
        const to = new URL($(link).attr('href') ?? '', published(''));
        const page = to.href.slice(
          published('').length,
          -to.hash.length || undefined,
        );
        expect(page, path).toMatch(
          new RegExp(`^${locale.prefix}examples/[\\w-]+$`),
        );
        const file = decodeURIComponent(to.hash.slice(1));
        expect($(link).text(), path).toContain(file);
        const there = builtPage(page)('details > div').filter(
          (_, div) => builtPage(page)(div).attr('id') === file,
        );
        expect(there, `${path}: ${to.href}`).toHaveLength(file === '' ? 0 : 1);
      }
    }
    expect(links).toBeGreaterThan(30);
  });

  it('opens it without scripts, and on the page of the same language', async () => {
    const page = await browser.open({ javaScriptEnabled: false });
    await page.goto(address('de/websockets'));
    await page
      .locator('.theme-code-block')
      .getByRole('link', { name: 'src/server/routes/api/ws/chat.ts' })
      .first()
      .click();
    expect(page.url()).toContain('/de/examples/websocket-chat#src/server');
    const shown = page.locator('[id="src/server/routes/api/ws/chat.ts"] pre');
    expect(await shown.isVisible()).toBe(true);
  });
});

it('a file is copied as the page shows it, by a button that needs scripts', async () => {
  const permissions = ['clipboard-read', 'clipboard-write'];
  const page = await browser.open({ permissions });
  await page.goto(address('examples/websocket-chat#vite.config.ts'), {
    waitUntil: 'networkidle',
  });
  const file = page.locator('[id="vite.config.ts"]');
  await file.getByRole('button', { name: 'Copy the file' }).click();
  await file.getByText('Copied.').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    await file.locator('pre').textContent(),
  );
  const plain = await browser.open({ javaScriptEnabled: false });
  await plain.goto(address('examples/websocket-chat#vite.config.ts'));
  expect(await plain.getByText('Copy the file').count()).toBe(0);
});

it('what StackBlitz and the archives get names one version of each package', () => {
  for (const { name, dependencies } of examples) {
    const locked = new Map(
      examples
        .filter((example) => example.name === name)
        .flatMap((example) => lockedPackages(example, lockfile)),
    );
    expect(dependencies, name).toEqual(Object.fromEntries(locked));
  }
});

it('an address that ends in a file opens it', async () => {
  const page = await browser.open();
  await page.goto(address('examples/websocket-chat#vite.config.ts'));
  expect(await page.locator('[id="vite.config.ts"] pre').isVisible()).toBe(
    true,
  );
});

/** Answers for StackBlitz, and returns what it would have got. */
async function openedAtStackBlitz(page: Page, open: () => Promise<unknown>) {
  const context = page.context();
  await context.route('https://stackblitz.com/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<h1>Got it</h1>' }),
  );
  const [request] = await Promise.all([
    context.waitForEvent('request', (one) =>
      one.url().startsWith('https://stackblitz.com/'),
    ),
    open(),
  ]);
  expect(request.method()).toBe('POST');
  return {
    url: new URL(request.url()),
    body: new URLSearchParams(request.postData() ?? ''),
  };
}

/** A form sends each line feed as two characters; none of the files has a carriage return of its own. */
function projectOf(body: URLSearchParams): Record<string, string> {
  return Object.fromEntries(
    [...body].flatMap(([name, value]) => {
      const path = /^project\[files\]\[(.*)\]$/.exec(name)?.[1];
      return path === undefined
        ? []
        : [[decodeURIComponent(path), value.replaceAll('\r\n', '\n')]];
    }),
  );
}

/** A page shows a file without the marks of its regions, and without the empty lines around it. */
function withoutMarkers(text: string): string {
  const lines = text.split('\n');
  const mark = /^\s*(?:\/\/|\/\*|<!--)\s*#(?:end)?region\b/;
  return lines
    .filter((line, index) => {
      const before = lines[index - 1] ?? '';
      const hole =
        line === '' && mark.test(before) && (lines[index - 2] ?? '') === '';
      return !mark.test(line) && !hole;
    })
    .join('\n')
    .trim();
}

async function bytesOf(path: string): Promise<Uint8Array> {
  const response = await fetch(address(path));
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

function widthsOf(page: Page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return { scrollWidth, clientWidth };
  });
}
