import type { PhrasingContent } from 'mdast';

import type { Entry } from './catalogue.ts';
import {
  parseInline,
  parseInlines,
  type References,
  type Rules,
} from './inline.ts';
import { plainInline } from './plain-inline.ts';
import { textProblem } from './translate-text.ts';

/** A translation as nodes, or why it cannot be shown. */
export type Reading = { nodes: PhrasingContent[] } | { problem: string };

/**
 * Reads all translations of a page that are Markdown. Those that hold more than text and code go to the parser together.
 *
 * @param entries - The entries, with current translations; undefined where there is none.
 * @param references - What the page defines.
 * @returns What each of them says, with nodes of its own even where an entry stands twice.
 */
export function readTranslations(
  entries: readonly (Entry | undefined)[],
  references: References,
): (Reading | undefined)[] {
  const readings: (Reading | undefined)[] = [];
  const open: Record<Rules, { entry: Entry; index: number }[]> = {
    page: [],
    translation: [],
  };
  for (const [index, entry] of entries.entries()) {
    if (entry === undefined) continue;
    const problem = textProblem(entry);
    const plain = problem === undefined ? plainInline(entry.text) : { problem };
    if (plain === undefined)
      open[rulesFor(entry.id, references)].push({ entry, index });
    else readings[index] = 'problem' in plain ? plain : { nodes: plain };
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

/** What the two kinds of rules may read differently: emphasis and bare URLs. */
const ruled = /[*_]|https?:\/\/|www\./i;

/** A source with ideographs or emoji of its own may mean something else by the kinder rules of translations. */
function rulesFor(id: string, references: References): Rules {
  if (!/[\u1100-\uffff]/.test(id) || !ruled.test(id)) return 'translation';
  const [page, translation] = (['page', 'translation'] as const).map((rules) =>
    read(id, references, rules),
  );
  return page === translation ? 'translation' : 'page';
}

/** What stands behind a bare URL of a page may be no Markdown once that ends earlier. */
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
