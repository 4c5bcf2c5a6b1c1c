import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { siteConfig } from '../site.config.ts';
import {
  listExamples,
  lockedPackages,
} from '../src/site/examples/catalogue.ts';
import { readCoverage, readPages } from '../src/site/pages/pages.ts';
import { readLockfile } from '../src/evidence/record/version.ts';
import { isShown, readExample } from '../src/examples/files.ts';
import { runCommands } from '../src/examples/index.ts';
import { useBrowser } from './support/browser.ts';
import { builtPage } from './support/built-page.ts';
import { address, locales, pagesOf, published } from './support/site.ts';

const browser = useBrowser();
const examples = listExamples();
const filesOf = (name: string) => readExample(siteConfig.examplesDir, name);
const textsOf = (name: string) =>
  Object.fromEntries(filesOf(name).map(({ path, text }) => [path, text]));
const { uses } = readCoverage(await readPages());
const lockfile = readLockfile(siteConfig.lockfile);

it('there are examples', () => {
  expect(examples.length).toBeGreaterThan(5);
});

describe.each(examples)('the page of $name', (example) => {
  const { name } = example;

  it.each(locales)('is in the sidebar, in $name', ({ prefix }) => {
    const $ = builtPage(`${prefix}examples/${name}`);
    const links = $('.menu__link')
      .map((_, link) => $(link).attr('href'))
      .get();
    expect(
      links.filter((href) => href.endsWith(`/examples/${name}`)),
    ).not.toEqual([]);
  });

  it('shows the unchanged files of the app, and lists all others', () => {
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

  it('stays below its size limit', () => {
    const { length } = readFileSync(`build/examples/${name}.html`);
    expect(length).toBeLessThan(170_000);
  });

  it('links every heading of the guide that shows one of its files', () => {
    const $ = builtPage(`examples/${name}`);
    const section = $('h2#in-the-guide').nextUntil('h2');
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
      new Set(own.map(({ file }) => file.replace(/^.*\/|\.mdx$/g, ''))),
    );
  });

  it('shows the locked versions and the records of the tests', () => {
    const $ = builtPage(`examples/${name}`);
    const list = (heading: string) =>
      $(`h2#${heading}`)
        .nextUntil('h2')
        .find('li')
        .map((_, item) => $(item).text())
        .get();
    expect(list('versions')).toEqual(
      lockedPackages(example, lockfile).map((pair) => pair.join(' ')),
    );
    for (const [dependency, version] of Object.entries(example.dependencies)) {
      const pinned = /^\d/.test(version) ? `${dependency} ${version}` : '';
      expect(list('versions').join('\n')).toContain(pinned);
    }
    expect(list('test-records')).toEqual(
      filesOf(name)
        .map(({ path }) => path)
        .filter((path) => path.startsWith('evidence/')),
    );
    expect(list('test-records')).not.toEqual([]);
  });

  it.each(locales)(
    'offers its zip with its size, in $name',
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

  it('shows the command of each package manager, with existing scripts', () => {
    const $ = builtPage(`examples/${name}`);
    const shown = $('[role=tabpanel] pre')
      .map((_, pre) => $(pre).text().trim())
      .get();
    const commands = runCommands(name, published(`downloads/${name}.tar.gz`));
    expect(shown).toEqual(commands.map(({ command }) => command));
    expect(example.scripts).toHaveProperty('dev');
  });

  it.each(locales)(
    'has a form for StackBlitz with its unchanged files, in $name',
    ({ prefix }) => {
      const $ = builtPage(`${prefix}stackblitz/${name}`);
      const fields = new URLSearchParams(
        $('form input')
          .get()
          .map(({ attribs: { name = '', value = '' } }) => [name, value]),
      );
      expect(projectOf(fields)).toEqual(textsOf(name));
      expect(fields.get('project[template]')).toBe('node');
    },
  );
});

describe('a button to StackBlitz', () => {
  const name = 'websocket-chat';

  // Links and forms of other languages are compared in their files.
  it('opens the shown file there', async () => {
    const page = await browser.borrow();
    await page.goto(address(`de/examples/${name}`));
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
  });

  it('works without scripts, with one more click', async () => {
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

  it("sends the same fields as StackBlitz's SDK", async () => {
    const page = await browser.open();
    const ours = await openedAtStackBlitz(page, async () => {
      await page.goto(address('stackblitz/api-routes.html'));
    });
    // The site's policy would block its script.
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

  it("doesn't submit again after the back button", async () => {
    const page = await browser.open();
    let sent = 0;
    // Responds with a download, so that the page stays open.
    await page.context().route('https://stackblitz.com/**', (route) => {
      sent += 1;
      return route.fulfill({ status: 204 });
    });
    const done = page.waitForResponse('https://stackblitz.com/**');
    // The form is submitted before the page has loaded.
    await page.goto(address(`stackblitz/${name}.html`), {
      waitUntil: 'commit',
    });
    await done;
    await page.goto(address('about'));
    await page.goBack({ waitUntil: 'load' });
    expect(page.url()).toBe(address(`stackblitz/${name}.html`));
    // Requests of scripts precede this one.
    await page.evaluate((path) => fetch(path), address('about'));
    expect(sent).toBe(1);
    expect(await page.locator('button').isVisible()).toBe(true);
  });
});

it('files open without scripts and by keyboard', async () => {
  const page = await browser.open({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 800 },
  });
  await page.goto(address('de/examples/websocket-chat'));
  const folded = page.locator('details', {
    has: page.locator('[id="vite/keep-dev-server-alive.ts"]'),
  });
  expect(await folded.locator('pre').isVisible()).toBe(false);
  await folded.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => folded.locator('pre').isVisible()).toBe(true);
  const { scrollWidth, clientWidth } = await widthsOf(page);
  expect(scrollWidth).toBe(clientWidth);
});

describe('the title of a snippet', () => {
  it.each(locales)('links its file, in $name', (locale) => {
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
        const inside = file.replace(/^(?:before|after)\//, '');
        expect($(link).text(), path).toContain(inside);
        const there = builtPage(page)('details > div').filter(
          (_, div) => builtPage(page)(div).attr('id') === file,
        );
        expect(there, `${path}: ${to.href}`).toHaveLength(file === '' ? 0 : 1);
      }
    }
    expect(links).toBeGreaterThan(30);
  });

  it('opens it without scripts, on the page of the same language', async () => {
    const page = await browser.open({ javaScriptEnabled: false });
    await page.goto(address('de/chat-room'));
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

it('copies a file as shown, with a button that needs scripts', async () => {
  const permissions = ['clipboard-read', 'clipboard-write'];
  const page = await browser.borrow({ permissions });
  await page.goto(address('examples/websocket-chat#vite.config.ts'));
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

it('downloads and StackBlitz get one version of each package', () => {
  for (const { name, dependencies } of examples) {
    const locked = new Map(
      examples
        .filter((example) => example.name === name)
        .flatMap((example) => lockedPackages(example, lockfile)),
    );
    expect(dependencies, name).toEqual(Object.fromEntries(locked));
  }
});

it('a URL with the id of a file opens it', async () => {
  const page = await browser.borrow();
  await page.goto(address('examples/websocket-chat#vite.config.ts'));
  expect(await page.locator('[id="vite.config.ts"] pre').isVisible()).toBe(
    true,
  );
});

/** Responds instead of StackBlitz, and returns the submitted project. */
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

/** Forms submit line feeds as CRLF; the files contain no carriage returns. */
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

/** Removes region markers and surrounding blank lines, as pages do. */
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
