import { expect, it } from 'vitest';
import { type Edit, indent, newLine, offsetOf, outdent } from './keys.ts';

/** Applies an edit to a text with a selection between bars: `a|b|c`; a caret is one bar. */
function after(
  action: (text: string, selection: Edit['then']) => Edit,
  marked: string,
): string {
  const [before = '', selected = '', ...rest] = marked.split('|');
  const isCaret = rest.length === 0;
  const text = isCaret ? before + selected : before + selected + rest.join('');
  const start = before.length;
  const end = isCaret ? start : start + selected.length;
  const edit = action(text, { start, end });
  const result = text.slice(0, edit.from) + edit.insert + text.slice(edit.to);
  const { then } = edit;
  const inside = then.start === then.end ? '' : '|';
  return `${result.slice(0, then.start)}|${result.slice(then.start, then.end)}${inside}${result.slice(then.end)}`;
}

it.each([
  ['a caret', 'a|b', 'a  |b'],
  ['a word', 'a|b|c', 'a  |c'],
  ['lines', 'a\nb|b\nc|\nd', 'a\n  b|b\n  c|\nd'],
  ['a line up to the next', '|a\n|b', '  |a\n|b'],
])('Tab with %s', (_, from, to) => {
  expect(after(indent, from)).toBe(to);
});

it.each([
  ['a caret', '    a|', '  a|'],
  ['a caret before the text', '\n |  a', '\n| a'],
  ['lines', '  a|a\n b\nc|', 'a|a\nb\nc|'],
  ['nothing to take', 'a|', 'a|'],
])('Shift and Tab with %s', (_, from, to) => {
  expect(after(outdent, from)).toBe(to);
});

it.each([
  ['keeps the indent', '  a|', '  a\n  |'],
  ['is deeper after a bracket', ' f({|', ' f({\n   |'],
  ['replaces a selection', 'a|b|c', 'a\n|c'],
  ['counts only what is before the caret', ' | a', ' \n | a'],
])('Enter %s', (_, from, to) => {
  expect(after(newLine, from)).toBe(to);
});

it.each([
  [1, 1, 0],
  [2, 2, 4],
  [2, 99, 5],
  [9, 1, 6],
])('line %d, column %d is at %d', (line, column, offset) => {
  expect(offsetOf('ab\ncd\n', line, column)).toBe(offset);
});
