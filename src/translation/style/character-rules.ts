/** Allowed characters of a language. */
export interface CharacterRules {
  /** Script codes, for messages. */
  scripts: readonly string[];
  /** Matches a letter that the source language lacks; undefined if both share a script. */
  own: RegExp | undefined;
  /** Matches a text that needs no further, slower checks. */
  ordinary: RegExp;
  /** Matches invisible characters that the language uses. */
  invisible: RegExp | undefined;
  /** Matches characters that the language never uses. */
  forbidden: RegExp;
  /** Matches adjacent letters of two scripts in a word. */
  mixed: RegExp | undefined;
  /** Whether a full-width `：` is regular punctuation rather than a look-alike. */
  fullWidth: boolean;
}

/** Scripts by language, in addition to those that CLDR names, by their four-letter codes or Unicode names. */
export type ExtraScripts = Readonly<Record<string, readonly string[]>>;

/** Languages of a translation and of its source. */
export interface LanguagePair {
  locale: string;
  defaultLocale: string;
  scripts?: ExtraScripts | undefined;
}

const known = new Map<string, CharacterRules>();

/**
 * Creates the character rules of a language: its scripts, those of the source, and Latin for names and commands.
 *
 * @returns cached rules
 * @throws if a script is unknown
 */
export function characterRules(languages: LanguagePair): CharacterRules {
  const { locale, defaultLocale, scripts: extra } = languages;
  const others = [...scriptsOf(defaultLocale), 'Latn'];
  const own = scriptsOf(locale).filter((script) => !others.includes(script));
  const scripts = [
    ...new Set([
      ...scriptsOf(locale),
      ...(extra?.[locale] ?? []).map(checkedScript),
      ...others,
    ]),
  ];
  const key = `${own.join()} ${scripts.join()}`;
  const rules = known.get(key) ?? newRules(scripts, own);
  known.set(key, rules);
  return rules;
}

function checkedScript(script: string): string {
  try {
    new RegExp(String.raw`\p{sc=${script}}`, 'u');
    return script;
  } catch {
    throw new Error(
      `"${script}" in "scripts" is not a Unicode script; write its code or its name, such as "Grek" or "Greek".`,
    );
  }
}

const ofScript = (script: string): string => String.raw`\p{scx=${script}}`;

function newRules(
  scripts: readonly string[],
  own: readonly string[],
): CharacterRules {
  const allowed = ['Zyyy', 'Zinh', ...scripts].map(ofScript).join('');
  const alphabets = scripts.filter(hasSpaces);
  const pairs = alphabets.flatMap((one) =>
    alphabets
      .filter((other) => other !== one)
      .map((other) => String.raw`\p{sc=${one}}\p{M}*\p{sc=${other}}`),
  );
  const joined = scripts.filter(hasJoiners).map(ofScript).join('');
  const invisible = [
    ...(joined === '' ? [] : [`(?<=[${joined}])[\u200c\u200d](?=[${joined}])`]),
    ...(scripts.some(runsRightToLeft) ? ['[\u200e\u200f]'] : []),
  ];
  return {
    scripts,
    own:
      own.length === 0
        ? undefined
        : new RegExp(`[${own.map(ofScript).join('')}]`, 'u'),
    // Latin-1 without "&" and the soft hyphen, quotation marks, dashes; Chinese characters and punctuation.
    ordinary: new RegExp(
      String.raw`^(?![^]*[\u00a0\u3000]{3})[\n\x20-\x25\x27-\x7e\u00a0-\u00ac\u00ae-\u00ff\u2013\u2014\u2018-\u201e\u2026${scripts.includes('Hani') ? String.raw`\u3000-\u3002\u300a-\u3011\u4e00-\u9fef\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f` : ''}]*$`,
    ),
    invisible:
      invisible.length === 0
        ? undefined
        : new RegExp(invisible.join('|'), 'gv'),
    forbidden: new RegExp(
      String.raw`[[[\p{C}\p{Zl}\p{Zp}\p{DI}\u{fffc}\u{fffd}]--[\t\n]][^${allowed}]]`,
      'gv',
    ),
    mixed: pairs.length === 0 ? undefined : new RegExp(pairs.join('|'), 'gu'),
    fullWidth: alphabets.length < scripts.length,
  };
}

/** Scripts without spaces between words, which may be adjacent to Latin letters. */
const withoutSpaces = ['Hani', 'Hira', 'Kana', 'Hang', 'Bopo'];

/** CLDR codes of writing systems with several Unicode scripts. */
const composed: Readonly<Record<string, readonly string[]>> = {
  Hans: ['Hani', 'Bopo'],
  Hant: ['Hani', 'Bopo'],
  Jpan: ['Hani', 'Hira', 'Kana'],
  Kore: ['Hang', 'Hani'],
};

/** Scripts without contextual letter forms, which zero-width joiners would select. */
const withoutJoiners = [
  ...withoutSpaces,
  ...['Latn', 'Cyrl', 'Grek', 'Armn', 'Geor', 'Hebr', 'Thai', 'Laoo', 'Khmr'],
];

const rightToLeft = ['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm'];

/**
 * Lists the scripts of a language by their four-letter codes, from CLDR; empty for unknown languages.
 *
 * @param locale for example `zh-Hans`
 */
function scriptsOf(locale: string): readonly string[] {
  const script = new Intl.Locale(locale).maximize().script;
  return script === undefined ? [] : (composed[script] ?? [script]);
}

/** Whether a script, by its four-letter code, separates words with spaces; false for Chinese, Japanese and Korean. */
function hasSpaces(script: string): boolean {
  return !withoutSpaces.includes(script);
}

/** Whether a script, by its four-letter code, uses zero-width joiners and non-joiners; true for Arabic, Devanagari and others. */
function hasJoiners(script: string): boolean {
  return !withoutJoiners.includes(script);
}

/**
 * Whether a script, by its four-letter code, is written from right to left and may need direction marks; true for Arabic, Hebrew
 * and others.
 */
function runsRightToLeft(script: string): boolean {
  return rightToLeft.includes(script);
}
