import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { highlight } from '../../src/highlighting/highlight.ts';
import { textOf } from '../../src/highlighting/text.ts';
import { listExamples } from '../examples/catalogue.ts';

const sources = listExamples().flatMap(({ folder }) =>
  filesIn(join(folder, 'src')).map((file) => ({
    file,
    text: readFileSync(file, 'utf8').replace(/\n$/, ''),
  })),
);

it('highlighted code says what the file says, line by line', () => {
  expect(sources.length).toBeGreaterThan(100);
  for (const { file, text } of sources) {
    const html = highlight(text, file.slice(file.lastIndexOf('.') + 1));
    expect(textOf(html), file).toBe(text);
    expect(html.split('\n'), file).toHaveLength(text.split('\n').length);
  }
});

function filesIn(folder: string): string[] {
  // One example has apps of its own instead.
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}
