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

it('pages give the same content to the same path', () => {
  const blocks = new Map(pages.map((page) => [page, codeBlocksOf(page)]));
  expect(differentFiles(blocks)).toEqual([]);
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
