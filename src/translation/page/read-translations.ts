import type { PhrasingContent } from 'mdast';

import type { Entry } from '../catalogue/catalogue.ts';
import type { CharacterRules } from '../style/character-rules.ts';
import {
  parseInline,
  parseInlines,
  type References,
  type Rules,
} from './inline.ts';
import { textProblem } from './translate-text.ts';

/** A parsed translation, or why it can't be shown. */
export type Reading = { nodes: PhrasingContent[] } | { problem: string };

/**
 * Parses all Markdown translations of a page, together if possible.
 *
 * @param entries entries with current translations, or undefined
 * @param characters character rules of the language
 * @returns the result for each entry, with separate nodes for repeated entries
 */
export function readTranslations(
  entries: readonly (Entry | undefined)[],
  references: References,
  characters: CharacterRules,
): (Reading | undefined)[] {
  const readings: (Reading | undefined)[] = [];
  const open: Record<Rules, { entry: Entry; index: number }[]> = {
    page: [],
    translation: [],
  };
  for (const [index, entry] of entries.entries()) {
    if (entry === undefined) continue;
    const problem = textProblem(entry, characters) ?? commentProblem(entry);
    if (problem === undefined)
      open[rulesFor(entry.id, references)].push({ entry, index });
    else readings[index] = { problem };
  }
  for (const rules of ['page', 'translation'] as const) {
    const found = parseInlines(
      open[rules].map(({ entry }) => entry.text),
      references,
      rules,
    );
    for (const [at, { entry, index }] of open[rules].entries()) {
      const nodes = found?.[at];
      readings[index] =
        nodes === undefined ? alone(entry, references, rules) : { nodes };
    }
  }
  return readings;
}

/** Rejects new comments, which aren't part of the page; those of the English may stay. */
function commentProblem({ id, text }: Entry): string | undefined {
  return /(?<!\\)<!--/.test(text) && !id.includes('<!--')
    ? 'the translation has a comment that the English lacks; there is "<!--"; remove it, or escape it with a backslash if it is meant as text.'
    : undefined;
}

function alone(entry: Entry, references: References, rules: Rules): Reading {
  try {
    return { nodes: parseInline(entry.text, references, rules) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      problem: `the translation is not one line of Markdown; ${reason.replace(/\.$/, '')}; close every tag and brace as the msgid does.`,
    };
  }
}

/** Text that the two kinds of rules may parse differently: emphasis and bare URLs. */
const ruled = /[*_]|https?:\/\/|www\./i;

/** Uses page rules for a translation if its source would be parsed differently by translation rules. */
function rulesFor(id: string, references: References): Rules {
  if (!/[\u1100-\uffff]/.test(id) || !ruled.test(id)) return 'translation';
  const [page, translation] = (['page', 'translation'] as const).map((rules) =>
    read(id, references, rules),
  );
  return page === translation ? 'translation' : 'page';
}

/** Parses a translation; text after a bare URL may be invalid Markdown once the URL ends earlier. */
function read(
  id: string,
  references: References,
  rules: Rules,
): string | undefined {
  try {
    return JSON.stringify(parseInline(id, references, rules));
  } catch {
    return undefined;
  }
}
