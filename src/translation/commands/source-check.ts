import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { PlacedMessage } from '../catalogue/catalogue.ts';
import type { Site } from '../catalogue/site.ts';
import type { Problem } from '../problem.ts';
import {
  type ParsedPage,
  parsePageFile,
  UnreadablePage,
} from '../page/read-page.ts';
import { proseOf, proseOfText } from '../style/source-prose.ts';
import {
  readStyle,
  type TextStyle,
  styleProblems,
} from '../style/text-style.ts';

/** Checks the style of the source language: pages, interface texts, and other texts such as READMEs. */
export async function checkSource(site: Site): Promise<Problem[]> {
  const { root, content, sources } = site;
  const { catalogueDir, defaultLocale, texts = [] } = content;
  const file = join(catalogueDir, defaultLocale, 'style.json');
  const { style, problems } = readStyle(root, file);
  if (style === undefined) return problems;
  for (const { page, messages } of sources)
    problems.push(
      ...(page === undefined
        ? interfaceProblems(site, style, messages)
        : pageProblems(style, page)),
    );
  const markdown = { ...content.markdown, format: 'detect' } as const;
  for (const text of texts)
    try {
      const page = await parsePageFile(root, text, markdown, []);
      problems.push(...pageProblems(style, page));
    } catch (error) {
      if (!(error instanceof UnreadablePage)) throw error;
      problems.push(error.problem);
    }
  return problems;
}

function pageProblems(style: TextStyle, page: ParsedPage): Problem[] {
  return proseOf(page).flatMap(({ text, lineAt }) =>
    styleProblems(style, text).map(({ at, message }) => ({
      file: page.file,
      line: lineAt(at),
      message,
    })),
  );
}

function interfaceProblems(
  { root, content }: Site,
  style: TextStyle,
  messages: readonly PlacedMessage[],
): Problem[] {
  const found = messages.flatMap((message) =>
    styleProblems(style, proseOfText(message.id)).map((problem) => ({
      source: message,
      message: problem.message,
    })),
  );
  if (found.length === 0) return [];
  const files = [
    content.configFile,
    ...readdirSync(join(root, content.sourceDir), { recursive: true })
      .map((path) => join(content.sourceDir, String(path)))
      .filter((path) => /(?<!\.test)\.tsx?$/.test(path)),
  ]
    .filter((path) => existsSync(join(root, path)))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
  return found.map(({ source, message }) => {
    const { context = '' } = source;
    for (const { path, text } of files) {
      const at = text.indexOf(`'${context}'`);
      if (at >= 0) return { file: path, line: lineOf(text, at), message };
    }
    return { file: source.file, line: 1, message };
  });
}

function lineOf(text: string, position: number): number {
  return text.slice(0, position).split('\n').length;
}
