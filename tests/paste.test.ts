import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { newAppPackages } from '../src/site/config/new-app.ts';
import { codeBlocksOf } from './paste/code-blocks.ts';
import { importedBy, installedBy, packagesOf } from './paste/packages.ts';
import {
  differentFiles,
  excerptsWithoutFile,
  newApp,
  pasteInto,
  typeErrors,
} from './paste/pasted-app.ts';
import { english, pagesOf } from './support/site.ts';

/** Pages whose code blocks illustrate the text. They link to the files. */
const illustrated = [
  '',
  'coming-from-other-guides',
  'troubleshooting',
  'reference/cheat-sheet',
];
/** Changes an app of the reader; its example is tested before and after. */
const migration = 'migrate-to-the-api-folder';

/** Files that several apps have and pages show: a start page, a config, and routes at URLs that the evidence of these apps records. */
const appPaths = [
  'src/app/app.config.ts',
  'src/app/pages/index.page.ts',
  'src/server/event-streams.ts',
  'src/server/routes/api/health.get.ts',
  'src/server/routes/api/sse.ts',
  'src/server/routes/api/ws/chat.ts',
  'vite.config.ts',
];

const pages = pagesOf(english).filter(
  (page) =>
    !page.startsWith('examples/') &&
    !illustrated.includes(page) &&
    page !== migration &&
    codeBlocksOf(page).length > 0,
);

it('a new app has the packages that the install commands leave out', () => {
  expect(packagesOf(newApp).sort()).toEqual(newAppPackages.toSorted());
});

it('pages of different apps share only the paths that these apps need', () => {
  const blocks = new Map(pages.map((page) => [page, codeBlocksOf(page)]));
  const paths = differentFiles(blocks).map((line) => line.split(':')[0]);
  expect(paths.sort()).toEqual(appPaths);
});

describe.each(pages)('the pasted code of /%s', (page) => {
  const blocks = codeBlocksOf(page);
  const folder = join('.cache/paste', page);
  beforeAll(() => pasteInto(folder, blocks));

  it('contains the files of its excerpts', () => {
    expect(excerptsWithoutFile(folder, blocks)).toEqual([]);
  });

  it('imports packages that a new app has or the page installs', () => {
    const known = [...packagesOf(newApp), ...installedBy(page)];
    expect(importedBy(blocks).filter((name) => !known.includes(name))).toEqual(
      [],
    );
  });

  it('type-checks in a new app', () => {
    expect(typeErrors(folder)).toEqual([]);
  });
});
