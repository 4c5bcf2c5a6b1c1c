import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { highlightCompact, tokenize } from '../../highlighting/highlight.ts';
import { highlightedLines } from '../../highlighting/tokens.ts';
import { listExamples } from '../examples/catalogue.ts';

const sources = listExamples().flatMap(({ folder }) =>
  filesIn(join(folder, 'src')).map((file) => ({
    file,
    text: readFileSync(file, 'utf8').replace(/\n$/, ''),
  })),
);

it('highlighted code has the text of the file, line by line', () => {
  expect(sources.length).toBeGreaterThan(100);
  for (const { file, text } of sources) {
    const language = file.slice(file.lastIndexOf('.') + 1);
    const lines = highlightedLines(text, tokenize(text, language));
    expect(textOf(lines.join('\n')), file).toBe(text);
    expect(lines, file).toHaveLength(text.split('\n').length);
    expect(textOf(highlightCompact(text, language)), file).toBe(text);
  }
});

function textOf(html: string): string {
  return html
    .replaceAll(/<\/?span[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
}

function filesIn(folder: string): string[] {
  // One example contains several apps instead.
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}
