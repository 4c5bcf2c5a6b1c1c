import type { Entry } from './catalogue.ts';

/** Who or what made a translation, and who has read it since. */
export interface Provenance {
  /** A name, or `machine`; undefined where nobody has signed. */
  by?: string;
  /** A name, or `machine`; undefined where nobody has read it. */
  reviewed?: string;
}

/** What stands for a program in place of a name. */
export const machine = 'machine';

/** The fields of a catalogue's header that sign every message without a comment of its own. */
export const headerFields = {
  by: 'X-Translated-By',
  reviewed: 'X-Reviewed-By',
} as const;

/** In `# reviewed: no`: the header's review does not hold for this message. */
const nobody = 'no';

/**
 * Reads a translator comment of the form `# name: value`.
 *
 * @param entry - The entry.
 * @param name - For example `by`, `reviewed` or `kept`.
 * @returns Its value; undefined if there is none.
 */
export function commentOf(
  { translatorComments }: Pick<Entry, 'translatorComments'>,
  name: string,
): string | undefined {
  const start = `${name}:`;
  const comment = translatorComments.find((text) => text.startsWith(start));
  const value = comment?.slice(start.length).trim();
  return value === '' ? undefined : value;
}

/**
 * Writes a translator comment of the form `# name: value`, at the place of an earlier one.
 *
 * @param entry - The entry.
 * @param name - Its name.
 * @param value - Its value; undefined takes the comment out.
 * @returns The entry with it; the other comments stay.
 */
export function withComment(
  entry: Entry,
  name: string,
  value: string | undefined,
): Entry {
  if (commentOf(entry, name) === value) return entry;
  const own = (text: string): boolean => text.startsWith(`${name}:`);
  const index = entry.translatorComments.findIndex(own);
  const others = entry.translatorComments.filter((text) => !own(text));
  const at = index === -1 ? others.length : index;
  return {
    ...entry,
    translatorComments:
      value === undefined
        ? others
        : [...others.slice(0, at), `${name}: ${value}`, ...others.slice(at)],
  };
}

/**
 * Reads a field of a catalogue's header.
 *
 * @param header - The text of the header.
 * @param name - For example `X-Translated-By`.
 * @returns Its value; undefined if it is absent or empty.
 */
export function headerField(header: string, name: string): string | undefined {
  const start = `${name}:`;
  const line = header.split('\n').find((text) => text.startsWith(start));
  const value = line?.slice(start.length).trim();
  return value === '' ? undefined : value;
}

/**
 * Sets a field of a catalogue's header.
 *
 * @param header - The text of the header.
 * @param name - The field.
 * @param value - Its value; undefined takes the field out.
 * @returns The header: the field at its place, or a new one at the end.
 */
export function withHeaderField(
  header: string,
  name: string,
  value: string | undefined,
): string {
  const own = (line: string): boolean => line.startsWith(`${name}:`);
  const lines = header.split('\n').filter((line) => line !== '');
  const index = lines.findIndex(own);
  const others = lines.filter((line) => !own(line));
  if (value !== undefined)
    others.splice(index === -1 ? others.length : index, 0, `${name}: ${value}`);
  return [...others, ''].join('\n');
}

/**
 * The English that a translation was made from, where a later correction of it kept the translation: `# kept: "…"`.
 *
 * @param entry - The entry.
 * @returns The text; undefined where the translation was made from the text that it has now.
 */
export function keptFrom(
  entry: Pick<Entry, 'translatorComments'>,
): string | undefined {
  const value = commentOf(entry, 'kept');
  if (value === undefined) return undefined;
  try {
    const text: unknown = JSON.parse(value);
    return typeof text === 'string' ? text : undefined;
  } catch {
    // Somebody has written it by hand: it is for people then.
    return undefined;
  }
}

/**
 * Records the English that a translation was made from.
 *
 * @param entry - The entry.
 * @param text - That English; undefined takes the record out.
 * @returns The entry with the comment.
 */
export function withKeptFrom(entry: Entry, text: string | undefined): Entry {
  return withComment(
    entry,
    'kept',
    text === undefined ? undefined : JSON.stringify(text),
  );
}

/**
 * Says who made and who has read a translation. A comment of the message counts before the catalogue's header; what somebody
 * has signed anew is not what the header's reviewer has read.
 *
 * @param entry - The message.
 * @param header - The text of the catalogue's header.
 * @returns Who; nobody has read what is not translated or not current.
 */
export function provenanceOf(
  entry: Pick<Entry, 'translatorComments' | 'fuzzy' | 'text'>,
  header: string,
): Provenance {
  if (entry.text === '') return {};
  const ownBy = commentOf(entry, 'by');
  const by = ownBy ?? headerField(header, headerFields.by);
  const reviewed =
    commentOf(entry, 'reviewed') ??
    (ownBy === undefined
      ? headerField(header, headerFields.reviewed)
      : undefined);
  return {
    ...(by === undefined ? {} : { by }),
    ...(reviewed === undefined || reviewed === nobody || entry.fuzzy
      ? {}
      : { reviewed }),
  };
}

/**
 * Takes back the review of a message whose words are no longer those that were read.
 *
 * @param entry - The message.
 * @param header - The text of the catalogue's header.
 * @returns The message, with `# reviewed: no` where the header would say otherwise.
 */
export function withoutReview(entry: Entry, header: string): Entry {
  const inherits =
    commentOf(entry, 'by') === undefined &&
    headerField(header, headerFields.reviewed) !== undefined;
  return withComment(entry, 'reviewed', inherits ? nobody : undefined);
}

/**
 * Signs a translation, with as few comments as say it.
 *
 * @param entry - The message.
 * @param header - The text of the catalogue's header.
 * @param provenance - Who made and who has read it.
 * @returns The message: without comments where the header says the same.
 */
export function signed(
  entry: Entry,
  header: string,
  { by, reviewed }: Provenance,
): Entry {
  const ownBy = by === headerField(header, headerFields.by) ? undefined : by;
  const said = withComment(entry, 'by', ownBy);
  if (reviewed === undefined) return withoutReview(said, header);
  const inherits =
    ownBy === undefined &&
    reviewed === headerField(header, headerFields.reviewed);
  return withComment(said, 'reviewed', inherits ? undefined : reviewed);
}
