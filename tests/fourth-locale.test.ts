import { load } from 'cheerio';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { runCommand } from './support/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'fourth-locale-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** This site with two small pages; what is big and only read is not copied. */
function copySite(): void {
  for (const path of [
    'content.ts',
    'docusaurus.config.ts',
    'package-lock.json',
    'package.json',
    'scripts',
    'src',
    'static',
    'tsconfig.json',
  ])
    cpSync(path, join(folder, path), { recursive: true });
  for (const path of ['examples', 'node_modules'])
    symlinkSync(resolve(path), join(folder, path));
  mkdirSync(join(folder, 'docs'));
  for (const [path, text] of Object.entries({
    'sidebars.ts':
      "export default { guide: ['index', 'more', 'translation-status'] };\n",
    'docs/index.mdx': page(
      'Home',
      '## Read me\n\nRead this, then [more](./more.mdx).',
    ),
    'docs/more.mdx': page(
      'More',
      '## Open\n\nIt opens.\n\n## Close\n\nIt closes.',
    ),
  }))
    writeFileSync(join(folder, path), text);
  // Each page that is not in English links to this one.
  cpSync(
    'docs/translation-status.mdx',
    join(folder, 'docs/translation-status.mdx'),
  );
}

function page(title: string, text: string): string {
  return `---\ntitle: ${title}\ndescription: About.\n---\n\n${text}\n`;
}

async function run(line: string): Promise<string> {
  const command = runCommand(`cd '${folder}' && ${line}`, {
    NODE_ENV: 'production',
    // The cache belongs to the site that was copied.
    DOCUSAURUS_NO_PERSISTENT_CACHE: 'true',
  });
  if ((await command.ended()) !== 0)
    throw new Error(`"${line}" failed:\n${command.output()}`);
  return command.output();
}

it('a fourth language takes one command and one line, and shows English until it is translated', async () => {
  copySite();
  const output = await run('npm run -s i18n add fr');
  const line = /^ +(fr: \{.*\},)$/m.exec(output)?.[1] ?? '';
  expect(line).toBe("fr: { label: 'Français', complete: false },");

  const config = join(folder, 'content.ts');
  const before = readFileSync(config, 'utf8');
  const after = before.replace(/^ {2}en: \{.*\n/m, `$&  ${line}\n`);
  expect(after).not.toBe(before);
  writeFileSync(config, after);
  const catalogue = join(folder, 'i18n/fr/docs/more.po');
  // Enough of the page that it is not shown in English as a whole.
  for (const [english, french] of [
    ['Open', 'Ouvrir'],
    ['It opens.', 'Il s’ouvre.'],
    ['It closes.', 'Il se ferme.'],
  ] as const) {
    const empty = readFileSync(catalogue, 'utf8');
    const filled = empty.replace(
      `msgid "${english}"\nmsgstr ""`,
      `msgid "${english}"\nmsgstr "${french}"`,
    );
    expect(filled).not.toBe(empty);
    writeFileSync(catalogue, filled);
  }
  await run('npx docusaurus build --locale fr');

  const more = load(readFileSync(join(folder, 'build/more.html'), 'utf8'));
  expect(more('html').attr('lang')).toBe('fr');
  expect(more('.dropdown__menu a').text()).toContain('Français');
  expect(more('h2#open').text()).toContain('Ouvrir');
  expect(more('h2#close').attr('lang')).toBe('en');
  expect(more('h2#close').text()).toContain('Close');
  const home = load(readFileSync(join(folder, 'build/index.html'), 'utf8'));
  expect(home('[lang="en"]').text()).toContain('Read this, then more.');
}, 120_000);
