import type { Catalogue } from './catalogue.ts';
import type { Problem } from './problem.ts';
import { translateText } from './translate-text.ts';

/** Translations of what is on no page, by the id that Docusaurus or the configuration knows them by. */
export interface InterfaceTexts {
  texts: Record<string, string>;
  problems: Problem[];
}

/**
 * Takes the current translations out of the catalogue of the interface; the context of a message is its id.
 *
 * @param catalogue - The catalogue.
 * @returns The translations by id, without those that are refused, and why these are.
 */
export function interfaceTexts(catalogue: Catalogue): InterfaceTexts {
  const texts: Record<string, string> = {};
  const problems = [...catalogue.problems];
  for (const entry of catalogue.byKey.values()) {
    if (entry.context === undefined || entry.fuzzy || entry.text === '')
      continue;
    const text = translateText(entry, ({ line }, reason) => {
      problems.push({ file: catalogue.file, line, text: reason });
    });
    if (text !== undefined) texts[entry.context] = text;
  }
  return { texts, problems };
}
