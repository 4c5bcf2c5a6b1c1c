import { FenceError } from './fence.ts';
import { quoted } from './nearest.ts';

// The first is the default; the rest are accepted as written.
const LANGUAGES: Readonly<Record<string, readonly string[]>> = {
  Dockerfile: ['docker'],
  conf: ['properties', 'nginx'],
  css: ['css'],
  dockerignore: ['text'],
  html: ['html'],
  js: ['js', 'javascript'],
  json: ['json', 'jsonc'],
  md: ['md', 'markdown'],
  mjs: ['js', 'javascript'],
  mts: ['ts', 'typescript'],
  scss: ['scss'],
  sh: ['bash', 'sh'],
  ts: ['ts', 'typescript'],
  tsx: ['tsx'],
  txt: ['text'],
  yaml: ['yaml'],
  yml: ['yaml'],
};

/**
 * The language in which a file is shown.
 *
 * @param path of the file
 * @param written the language that the fence names, if it does
 * @returns the fence's language, or the one of the file's extension
 * @throws FenceError if the two disagree, or if neither is known
 */
export function languageOf(path: string, written: string | undefined): string {
  // Of a file without one, its name.
  const extension = /([^./]+)$/.exec(path)?.[1] ?? '';
  const languages = LANGUAGES[extension];
  if (!languages) {
    if (written !== undefined) return written;
    throw new FenceError(
      `no language is known for "${path}". Name one at the start of the fence.`,
    );
  }
  if (written !== undefined && !languages.includes(written)) {
    throw new FenceError(
      `this fence says "${written}", but ${path} is ${quoted(languages)}. Write ${String(languages[0])}, or nothing.`,
    );
  }
  return written ?? languages[0] ?? extension;
}
