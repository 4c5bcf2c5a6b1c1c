import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

import { readSite, type Site } from '../catalogue/site.ts';
import type { Content } from '../content.ts';
import { chineseProblem } from '../style/chinese.ts';
import { germanProblem } from '../style/german.ts';
import { update } from '../commands/update.ts';

/** A site of one page and one component in a temporary folder. */
export interface SmallSite {
  root: string;
  content: Content;
  write: (file: string, text: string) => void;
  /** Replaces a text, which must exist. */
  edit: (file: string, from: string | RegExp, to: string) => void;
  text: (file: string) => string;
  read: () => Promise<Site>;
  remove: () => void;
}

const page = `---
title: Sockets
description: A page about sockets.
---

# Open sockets

Call \`open()\` on the upgrade.

\`\`\`ts file=x
\`\`\`
`;

const component = `import { translate } from '@docusaurus/Translate';
export const b = translate({ id: 'copy.label', message: 'Copy {count} lines' });
`;

const german: Record<string, string> = {
  Sockets: 'Sockets',
  'A page about sockets.': 'Eine Seite über Sockets.',
  'Open sockets': 'Sockets öffnen',
  'Call `open()` on the upgrade.': 'Rufe beim Upgrade `open()` auf.',
  'Open it.': 'Öffne ihn.',
  Guide: 'Anleitung',
  'Copy {count} lines': '{count} Zeilen kopieren',
};

/** Fills fences like a package would. */
function fill() {
  return (tree: Root): void =>
    visit(tree, 'code', (node) => {
      node.value = '// Open it.\nopen();';
    });
}

/** Creates a site that is translated into German and untranslated in Chinese; the caller has to remove it. */
export async function smallSite(): Promise<SmallSite> {
  const root = mkdtempSync(join(tmpdir(), 'site-'));
  const content: Content = {
    docsDir: 'docs',
    catalogueDir: 'i18n',
    configFile: 'site.config.ts',
    defaultLocale: 'en',
    locales: ['en', 'de', 'zh-Hans'],
    completeLocales: ['de'],
    beforeTranslation: [fill],
    style: {
      de: () => Promise.resolve([germanProblem]),
      zh: () => Promise.resolve([chineseProblem]),
    },
    interfaceMessages: { 'navbar.guide': 'Guide' },
    sourceDir: 'src',
  };
  const text = (file: string): string => readFileSync(join(root, file), 'utf8');
  const write = (file: string, to: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), to);
  };
  const edit = (file: string, from: string | RegExp, to: string): void => {
    const before = text(file);
    const after = before.replace(from, () => to);
    if (after === before)
      throw new Error(`${file} has no ${String(from)}:\n${before}`);
    write(file, after);
  };
  const read = (): Promise<Site> => readSite(root, content);
  write('docs/sockets.mdx', page);
  write('src/button.tsx', component);
  update(await read());
  for (const file of ['docs/sockets', 'interface'])
    for (const [id, translation] of Object.entries(german)) {
      const path = `i18n/de/${file}.po`;
      const empty = `msgid ${JSON.stringify(id)}\nmsgstr ""`;
      if (text(path).includes(empty))
        edit(
          path,
          empty,
          `msgid ${JSON.stringify(id)}\nmsgstr ${JSON.stringify(translation)}`,
        );
    }
  return {
    root,
    content,
    write,
    edit,
    text,
    read,
    remove: () => rmSync(root, { recursive: true }),
  };
}
