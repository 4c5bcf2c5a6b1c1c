import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { highlight } from '../../src/highlighting/highlight.ts';
import { escaped, textOf } from '../../src/highlighting/text.ts';
import { listExamples } from '../examples/catalogue.ts';

// Both have a Prism of their own, and a language that is loaded later looks for the one in this place.
const own: unknown = Reflect.get(globalThis, 'Prism');
const { highlightedLines } =
  await import('../../src/playground/editor/highlight.ts');
Reflect.set(globalThis, 'Prism', own);

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

it('the editor colours a file as the page does', () => {
  for (const { file, text } of sources.filter(isTypeScript)) {
    const written = highlightedLines(text).map((line) =>
      line.map(elementOf).join(''),
    );
    expect(written.join('\n'), file).toBe(highlight(text, 'ts'));
  }
});

function elementOf({
  className,
  text,
}: ReturnType<typeof highlightedLines>[number][number]): string {
  return className === undefined
    ? escaped(text)
    : `<span class="${className}">${escaped(text)}</span>`;
}

function isTypeScript({ file }: { readonly file: string }): boolean {
  return file.endsWith('.ts');
}

function filesIn(folder: string): string[] {
  // One example has apps of its own instead.
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}
