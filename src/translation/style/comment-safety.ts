/** Tags that document code. Any other one may be read by a compiler, as `@ts-nocheck` and `@jsxImportSource` are. */
const documentationTags = [
  ...['abstract', 'alpha', 'augments', 'author', 'beta', 'callback', 'class'],
  ...['decorator', 'default', 'defaultValue', 'deprecated', 'description'],
  ...[
    'event',
    'eventProperty',
    'example',
    'experimental',
    'fires',
    'inheritDoc',
  ],
  ...['internal', 'label', 'license', 'link', 'listens', 'module', 'override'],
  ...['packageDocumentation', 'param', 'private', 'privateRemarks', 'property'],
  ...['protected', 'public', 'readonly', 'remarks', 'return', 'returns', 'see'],
  ...['since', 'slot', 'summary', 'throws', 'todo', 'typeParam', 'version'],
  ...['virtual', 'yields'],
].join('|');

/** Tools whose comments begin with their name. */
const tools = [
  ...[
    'biome',
    'c8',
    'clang-format',
    'codespell',
    'c[sS]pell',
    'deno',
    'detekt',
  ],
  ...['dprint', 'eslint', 'exported', 'flake8', 'fmt', 'globals?', 'go'],
  ...['hadolint', 'isort', 'istanbul', 'jscpd', 'jshint', 'jslint', 'ktlint'],
  ...['markdownlint', 'mypy', 'node:coverage', 'phpcs', 'phpstan', 'pragma'],
  ...['prettier', 'psalm', 'pylint', 'pyright', 'rubocop', 'ruff', 'rustfmt'],
  ...['shellcheck', 'spell-?checker', 'stylelint', 'svelte', 'swiftlint'],
  ...['tslint', 'type', 'v8', 'webpack\\w+', 'yamllint', 'yapf'],
].join('|');

const verbs = '(?:disable|enable|env|expect|ignore|no|off|on|skip|start|stop)';

const instructions: readonly RegExp[] = [
  new RegExp(String.raw`^@(?!(?:${documentationTags})\b)\w`, 'i'),
  new RegExp(
    String.raw`^(?:${tools})(?:(?:-\w+)*-${verbs}\b|:|\s+-|\s+${verbs}\b)`,
  ),
  /^(?:eslint|jshint|jslint|globals?|exported)\s+[\w$-]+\s*(?:[:,]|$)/,
  /^(?:#!|#?(?:end)?region\b|#\w|[@#]__|[#@] ?source(?:Mapping)?URL|[!/]?\s*<reference|\[(?:if|endif)\b|<!\[)/i,
  /^highlight-(?:next-line|start|end)\b/,
  // File settings, such as `syntax=docker/dockerfile:1` and `frozen_string_literal: true`.
  /^[a-z][\w.-]*=|^[a-z]+_\w+\s*:|^(?:(?:en)?coding|language|check|escape)\s*[:=]\s*\S+$|-\*-|(?:^|\s)(?:vim?|ex):/,
  // Instructions that may be anywhere in a comment.
  /\b(?:NOLINT\w*|nolint|noqa|nosec|nosemgrep|NOPMD|NOSONAR|noinspection|skipcq)\b/,
];

/** Forms of instructions to any tool, and of settings, that a translation never needs, unless the English has the same. */
const forms: readonly RegExp[] = [
  /\w-(?:disable|enable|expect|ignore|skip|suppress)\b/,
  /^\w+-(?:next-line|start|end|environment)\b/,
  /^[\w-]+(?::\s*|\s+)(?:disable|enable|off|skip|suppress)\b/i,
  /^[\w-]+:\s*ignore\b/i,
  /^[a-z][\w.-]*:(?=\s)/,
];

/**
 * Whether a line of a comment is an instruction to a compiler, linter or other tool, or marks a region, and isn't translated.
 *
 * @param line without comment delimiters
 */
export function isInstruction(line: string): boolean {
  return instructions.some((pattern) => pattern.test(line));
}

/** Characters of sentences; other ASCII characters are code. */
const sentence = /^[\w.,;:!?'"()%/-]+$/;

/** Words in ASCII with signs of code in them: `*`+`/`, `--`, `@ts-nocheck`, `a=b`, `eslint:all`. */
function codeIn(line: string): string[] {
  const words = line.match(/[!-~]+/g) ?? [];
  return words
    .map((word) => word.replace(/^["'(]+|[.,;:!?'")%]+$/g, ''))
    .filter(
      (word) =>
        !sentence.test(word) ||
        /[_\W]{2}|^[^\p{L}\p{N}]|[/-]$|_|^[a-z]\w*:\w/u.test(word),
    )
    .filter((word) => word !== '' && word !== '-' && word !== '/');
}

/** Returns unusual ASCII characters at both ends of a line, which may be adjacent to comment delimiters. */
function edges(line: string): [string, string] {
  return [
    /^[!#-&)-/:-@[-`{-~]*/.exec(line)?.[0] ?? '',
    /[#$&(*+\-/<=>@[-`{-~]*$/.exec(line)?.[0] ?? '',
  ];
}

/** Removes code spans, which are compared as protected parts. */
function withoutSpans(line: string): string {
  return line.replace(/`[^`]+`/g, 'code');
}

/**
 * Finds code in a translated comment: tool instructions, or characters that may end the comment or begin another. Characters of
 * the English are allowed.
 *
 * @returns the code; undefined if there is none
 */
export function codeInComment(
  source: readonly string[],
  translation: readonly string[],
): string | undefined {
  const allowed = new Set(source.flatMap((line) => codeIn(withoutSpans(line))));
  const [begins, ends] = [0, 1].map(
    (side) => new Set(source.map((line) => edges(withoutSpans(line))[side])),
  );
  for (const line of translation) {
    if (isInstruction(line)) return line;
    for (const form of forms) {
      const [found] = form.exec(line) ?? [];
      if (found !== undefined && !source.some((one) => one.includes(found)))
        return found;
    }
    const plain = withoutSpans(line);
    const code = codeIn(plain).find((word) => !allowed.has(word));
    if (code !== undefined) return code;
    const [before, after] = edges(plain);
    if (before !== '' && !begins?.has(before)) return before;
    if (after !== '' && !ends?.has(after)) return after;
  }
  return undefined;
}
