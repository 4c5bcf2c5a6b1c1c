import type { Catalogue } from './catalogue.ts';
import type { Message } from './message.ts';
import type { Problem } from './problem.ts';
import { translateText } from './translate-text.ts';
import { currentEntry } from './translate-tree.ts';

/** What a front matter may hold; its values are the author's. */
export type FrontMatter = Record<string, unknown>;

/** The fields that a reader sees, with the context of their messages. */
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

/**
 * Lists the messages of a front matter.
 *
 * @param frontMatter - The parsed front matter.
 * @returns Its title, description, labels and keywords, as far as it has them.
 */
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
 * Says a front matter in another language.
 *
 * @param frontMatter - The parsed front matter.
 * @param catalogue - The catalogue of the page.
 * @returns A copy in which every field with a current translation has it, and the translations that were refused.
 */
export function translateFrontMatter(
  frontMatter: FrontMatter,
  catalogue: Catalogue,
): { frontMatter: FrontMatter; problems: Problem[] } {
  const problems: Problem[] = [];
  const say = (name: string, id: string, context?: string): string => {
    const entry = currentEntry(catalogue, message(name, id, context));
    const text =
      entry &&
      translateText(entry, (refused, reason) => {
        problems.push({
          file: catalogue.file,
          line: refused.line,
          text: reason,
        });
      });
    return text ?? id;
  };
  const translated = { ...frontMatter };
  for (const { name, context } of fields) {
    const value = frontMatter[name];
    if (typeof value === 'string') translated[name] = say(name, value, context);
  }
  for (const name of listFields) {
    const value = frontMatter[name];
    if (Array.isArray(value))
      translated[name] = value.map((item: unknown) =>
        typeof item === 'string' ? say(name, item) : item,
      );
  }
  return { frontMatter: translated, problems };
}
