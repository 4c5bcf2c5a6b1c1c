import { relative } from 'node:path';

/**
 * Extracts the errors from the output of `docusaurus build`, which prints each one several times, in a frame and with its stack.
 *
 * @param root absolute path of the site
 * @returns each `file:line: reason` once; if there are none, the output without stacks
 */
export function buildErrors(output: string, root: string): string {
  const lines = output
    // ANSI colours.
    .replaceAll(/\x1b\[[\d;]*m/g, '')
    .split('\n')
    .map((line) => line.replace(/^\s*│\s?/, ''));
  const errors = lines.flatMap((line, index) => {
    const text = line.replace(/^\s*(?:Error: |Cause: |\[cause\]: )*/, '');
    if (/^(?:docs|examples|i18n)\/[^\s:]+:\d+: /.test(text)) return [text];
    const [, page] =
      /(?:MDX compilation failed for file|doc metadata for doc at path) "?([^"\s]+?\.mdx?)"?(?: in version|$|")/.exec(
        text,
      ) ?? [];
    if (page === undefined) return [];
    const following = lines.slice(index + 1, index + 40);
    const reason = following
      .map((one) => /^\s*(?:Cause:|\[cause\]: \w+:?) (.*)$/.exec(one)?.[1])
      .find((one) => one !== undefined);
    // Messages of plugins start with their own file and line.
    if (reason === undefined || /^\S+\.mdx?:\d+: /.test(reason)) return [];
    const at =
      /\((\d+):\d+/.exec(reason)?.[1] ??
      following.map((one) => /"?line"?: (\d+)/.exec(one)?.[1]).find(Boolean) ??
      '1';
    const file = page.startsWith('/') ? relative(root, page) : page;
    return [`${file}:${at}: this page can't be read (${reason}); correct it.`];
  });
  return errors.length > 0
    ? [...new Set(errors)].join('\n')
    : lines.filter((line) => !/^\s+(?:at |\.\.\. )/.test(line)).join('\n');
}
