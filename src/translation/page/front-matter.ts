import type { Catalogue, Message } from '../catalogue/catalogue.ts';
import type { CharacterRules } from '../style/character-rules.ts';
import type { Problem } from '../problem.ts';
import { translateText } from './translate-text.ts';
import { currentEntry } from './translate-tree.ts';

/** Front matter; its values may have any type. */
export type FrontMatter = Record<string, unknown>;

/** Fields that readers see, with their message context. */
const fields: readonly { name: string; context?: string }[] = [
  { name: 'title', context: 'title' },
  { name: 'description' },
  { name: 'sidebar_label', context: 'label' },
  { name: 'pagination_label', context: 'label' },
];

const listFields: readonly string[] = ['keywords'];

function message(name: string, id: string, context?: string): Message {
  return {
    id,
    ...(context === undefined ? {} : { context }),
    comment: `${name} of the page`,
  };
}

/** Lists the messages of front matter: title, description, labels and keywords. */
export function frontMatterMessages(frontMatter: FrontMatter): Message[] {
  const messages: Message[] = [];
  for (const { name, context } of fields) {
    const value = frontMatter[name];
    if (typeof value === 'string') messages.push(message(name, value, context));
  }
  for (const name of listFields) {
    const value = frontMatter[name];
    if (Array.isArray(value))
      for (const item of value)
        if (typeof item === 'string') messages.push(message(name, item));
  }
  return messages;
}

/**
 * Translates front matter.
 *
 * @param characters character rules of the language
 * @returns a copy with all current translations, and the refused translations
 */
export function translateFrontMatter(
  frontMatter: FrontMatter,
  catalogue: Catalogue,
  characters: CharacterRules,
): { frontMatter: FrontMatter; problems: Problem[] } {
  const problems: Problem[] = [];
  const translationOf = (
    name: string,
    id: string,
    context?: string,
  ): string => {
    const entry = currentEntry(catalogue, message(name, id, context));
    const text =
      entry &&
      translateText(entry, characters, (refused, reason) => {
        problems.push({
          file: catalogue.file,
          line: refused.line,
          message: reason,
        });
      });
    return text ?? id;
  };
  const translated = { ...frontMatter };
  for (const { name, context } of fields) {
    const value = frontMatter[name];
    if (typeof value === 'string')
      translated[name] = translationOf(name, value, context);
  }
  for (const name of listFields) {
    const value = frontMatter[name];
    if (Array.isArray(value))
      translated[name] = value.map((item: unknown) =>
        typeof item === 'string' ? translationOf(name, item) : item,
      );
  }
  return { frontMatter: translated, problems };
}
