import type { Catalogue, Message } from '../catalogue/catalogue.ts';
import type { CharacterRules } from '../style/character-rules.ts';
import { parseInline } from './inline.ts';
import { readTranslations } from './read-translations.ts';
import { translateInline } from './translate-inline.ts';
import { translateText } from './translate-text.ts';
import { currentEntry } from './translate-tree.ts';

/**
 * Returns the translation of a title or heading that is shown on another page.
 *
 * @param message is Markdown if it has no context
 * @returns the English if there is no translation, or it is refused
 */
export function shownText(
  catalogue: Catalogue,
  message: Pick<Message, 'id' | 'context'>,
  characters: CharacterRules,
): string {
  const entry = currentEntry(catalogue, message);
  if (entry === undefined) return message.id;
  const refuse = () => undefined;
  if (message.context !== undefined)
    return translateText(entry, characters, refuse) ?? message.id;
  const references = { definitions: [], footnotes: [] };
  const [reading] = readTranslations([entry], references, characters);
  const english = parseInline(message.id, references, 'page');
  return reading && translateInline(english, entry, reading, refuse)
    ? entry.text
    : message.id;
}
