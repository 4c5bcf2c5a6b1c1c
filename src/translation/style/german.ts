import { valueReference } from '../../core/value-reference.ts';
interface Habit {
  pattern: RegExp;
  problem: string;
  instead: string;
}

/** Style violations in German. */
const habits: readonly Habit[] = [
  {
    pattern: /["“](?=[\p{L}\d`„])[^"”“„]*["”]/u,
    problem: 'these quotation marks are not German',
    instead: 'write „…“',
  },
  {
    pattern:
      /\b(?:z\.\s?B|d\.\s?h|u\.\s?a|i\.\s?d\.\s?R|o\.\s?ä|s\.\s?o)\.(?<!z\.\u00a0B\.|d\.\u00a0h\.|u\.\u00a0a\.|i\.\u00a0d\.\u00a0R\.|o\.\u00a0ä\.|s\.\u00a0o\.)/u,
    problem: 'the abbreviation needs a no-break space',
    instead: 'write it with U+00A0 between its letters',
  },
  {
    pattern: /\beinfach\b/iu,
    problem: '"einfach" is a filler word',
    instead: 'delete it, or explain what is easy',
  },
  {
    pattern: /(?<![.!?:]\**\s|^)\b(?:Du|Dir|Dich|Dein(?:e[mnrs]?)?|Euch)\b/u,
    problem: 'the reader is written with a lower-case letter',
    instead: 'write du, dir, dich, dein',
  },
  {
    pattern:
      /\b(?:Sie können|Sie müssen|Ihnen|Ihre[mnrs]? (?:Anwendung|App))\b/u,
    problem: 'the reader is addressed as "Sie"',
    instead: 'write du',
  },
  {
    pattern:
      /`[^`]+` (?:Objekt|Funktion|Methode|Datei|Ordner|Header|Handler|Hook|Option|Ereignis|Paket|Plugin|Feld|Attribut|Befehl|Klasse|Eigenschaft)\b/u,
    problem: 'a compound with code has a hyphen',
    instead: 'write `code`-Objekt',
  },
  {
    pattern: /\p{L} - \p{L}/u,
    problem: 'a hyphen is not a dash',
    instead: 'write – with spaces',
  },
  {
    pattern: /\p{L}\.{3}|(?<!\.)\.{3}(?!\.)/u,
    problem: 'three dots are one character',
    instead: 'write …',
  },
];

/** Removes code, which only the rule for compounds checks. */
function withoutCode(text: string): string {
  return text
    .replace(/`[^`]*`/g, '`x`')
    .replace(/<[^>]*>/g, '')
    .replace(valueReference, '')
    .replace(/\]\([^)]*\)/g, ']');
}

/**
 * Checks the style of a German text.
 *
 * @returns the problem and what to write; undefined if there is none
 */
export function germanProblem(text: string): string | undefined {
  const plain = withoutCode(text);
  for (const { pattern, problem, instead } of habits) {
    const match = pattern.exec(plain);
    if (match !== null)
      return `${problem}; there is ${match[0].trim()}; ${instead}.`;
  }
  return undefined;
}
