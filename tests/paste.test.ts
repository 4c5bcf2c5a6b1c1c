import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newAppPackages } from '../src/site/config/new-app.ts';
import { codeBlocksOf } from './paste/code-blocks.ts';
import { importedBy, installedBy, packagesOf } from './paste/packages.ts';
import {
  excerptsWithoutFile,
  newApp,
  pasteInto,
  typeErrors,
} from './paste/pasted-app.ts';
import { english, pagesOf } from './support/site.ts';

/** Pages whose code blocks illustrate the text. They link to the files. */
const illustrated = ['', 'troubleshooting', 'reference/cheat-sheet'];
/** Pages that change an app that readers already have. */
const existingApps: Readonly<Record<string, string>> = {
  'migrate-to-the-api-folder': 'examples/move-to-api-folder/before',
};

const pages = pagesOf(english).filter(
  (page) =>
    !page.startsWith('examples/') &&
    !illustrated.includes(page) &&
    codeBlocksOf(page).length > 0,
);

it('a new app has the packages that the install commands leave out', () => {
  expect(packagesOf(newApp).sort()).toEqual(newAppPackages.toSorted());
});

describe.each(pages)('the code of /%s', (page) => {
  const blocks = codeBlocksOf(page);
  const app = existingApps[page] ?? newApp;

  it('contains the files of its excerpts', () => {
    expect(excerptsWithoutFile(blocks)).toEqual([]);
  });

  it('imports packages that the app has or the page installs', () => {
    const known = [...packagesOf(app), ...installedBy(page)];
    expect(importedBy(blocks).filter((name) => !known.includes(name))).toEqual(
      [],
    );
  });

  it('has the right types in the app into which it is pasted', () => {
    const folder = join('.cache/paste', page);
    pasteInto(folder, blocks, app);
    expect(typeErrors(folder)).toEqual([]);
  });
});
