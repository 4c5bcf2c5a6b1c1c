import type { Catalogue, Message } from './catalogue.ts';
import type { CharacterRules } from '../style/character-rules.ts';
import { type Problem, quote } from '../problem.ts';
import { translateText } from '../page/translate-text.ts';

/** Interface texts by id. */
export type TextsById = Readonly<Record<string, string>>;

/** Returns the English interface texts by id, which is the context of their messages. */
export function englishById(messages: readonly Message[]): TextsById {
  return Object.fromEntries(
    messages.map(({ context = '', id }) => [context, id]),
  );
}

/** Translated interface texts. */
export interface InterfaceTexts {
  texts: TextsById;
  /** Syntax errors and refused translations. */
  problems: Problem[];
}

/**
 * Reads current translations of interface texts. They are compared with the English in the code, since a catalogue's `msgid`
 * could contain markup, too.
 *
 * @param catalogue the interface catalogue; the context of a message is its id
 * @param english English texts by id; messages with other ids are ignored
 * @param characters character rules of the language
 */
export function interfaceTexts(
  catalogue: Catalogue,
  english: TextsById,
  characters: CharacterRules,
): InterfaceTexts {
  const texts = new Map<string, string>();
  const problems = [...catalogue.problems];
  const refuse = ({ line }: { line: number }, text: string): void => {
    problems.push({ file: catalogue.file, line, message: text });
  };
  for (const entry of catalogue.byKey.values()) {
    const { context, id, fuzzy } = entry;
    if (context === undefined || !Object.hasOwn(english, context)) continue;
    if (fuzzy || entry.text === '') continue;
    if (id !== english[context]) {
      refuse(
        entry,
        `"${context}" has another text in English; it is ${quote(english[context] ?? '')}, and the msgid is ${quote(id)}; run npm run i18n update.`,
      );
      continue;
    }
    const text = translateText(entry, characters, refuse);
    if (text !== undefined) texts.set(context, text);
  }
  return { texts: Object.fromEntries(texts), problems };
}
