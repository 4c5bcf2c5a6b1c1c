import type { Problem } from '../core/problem.ts';
import { printable } from './style/printable.ts';

export type { Problem } from '../core/problem.ts';

/** Maximum length of an excerpt. */
const maxLength = 80;

/** Shortens a text for a problem to 80 characters. */
export function excerpt(text: string): string {
  return text.length > maxLength ? `${text.slice(0, maxLength - 1)}…` : text;
}

/** Quotes the beginning of a text for a problem, on one line. */
export function quote(text: string): string {
  return `"${excerpt(text.replaceAll('\n', '\\n'))}"`;
}

/** Formats a problem as `file:line: text`, which editors link. */
export function formatProblem({ file, line, message }: Problem): string {
  return printable(`${file}:${line}: ${message}`);
}
