import type { HeaderRule } from './header-rules.ts';

/**
 * The rules as Netlify and Cloudflare Pages read them, from a file `_headers`.
 *
 * @param rules in the order in which they are written
 */
export function headersFile(rules: readonly HeaderRule[]): string {
  return rules
    .map(({ path, name, value }) => `${path}\n  ${name}: ${value}\n`)
    .join('');
}

/**
 * Reads what `headersFile` has written.
 *
 * @throws at a line that it does not write
 */
export function readHeadersFile(text: string): HeaderRule[] {
  const rules: HeaderRule[] = [];
  let path: string | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    const [, name, value] = /^ {2}([\w-]+): (.*)$/.exec(line) ?? [];
    if (line.startsWith('/')) path = line;
    else if (path !== undefined && name !== undefined && value !== undefined) {
      rules.push({ path, name, value });
    } else if (line !== '') {
      throw new Error(
        `build/_headers:${index + 1}: is neither a path nor a header. Build the site again: npm run build`,
      );
    }
  }
  return rules;
}

/**
 * The rules as nginx reads them, inside of `http { … }`.
 *
 * @param rules the most general ones first
 */
export function nginxFile(rules: readonly HeaderRule[]): string {
  const names = [...new Set(rules.map(({ name }) => name))];
  return names
    .map((name) => {
      const variable = `$${name.toLowerCase().replaceAll('-', '_')}`;
      const own = rules.filter((rule) => rule.name === name);
      const common = own[0]?.value;
      const lines = own
        .filter(({ value }) => value !== common)
        // Patterns, since plain texts of this length need another setting.
        .map(
          ({ path, value }) =>
            `  "~^${path.replaceAll('.', '\\.')}$" "${value}";`,
        );
      return [
        `map $uri ${variable} {`,
        `  default "${common}";`,
        ...lines,
        '}',
        `add_header ${name} ${variable} always;`,
        '',
      ].join('\n');
    })
    .join('');
}
