/** The role that a text plays, where the role changes the words. */
export type MessageContext = 'title' | 'label' | 'code' | (string & {});

/** One text that a translator is offered. */
export interface Message {
  /** The Markdown as written, on one line; a hard break is a backslash and a line feed. */
  id: string;
  /** Set only where the same words could be said differently. */
  context?: MessageContext;
  /** What it is and where, for the translator. */
  comment: string;
  /** Where it starts, counted from 1, in the text that was parsed; undefined where that is not known. */
  line?: number;
}

/** A message and the file that it comes from. */
export interface PlacedMessage extends Message {
  file: string;
}

/**
 * The key under which catalogues keep a message.
 *
 * @param context - Its context, if it has one.
 * @param id - Its text in the source language.
 * @returns A string that no other pair gives: gettext's own separator joins the two.
 */
export function messageKey(context: string | undefined, id: string): string {
  return context === undefined ? id : `${context}\u0004${id}`;
}
