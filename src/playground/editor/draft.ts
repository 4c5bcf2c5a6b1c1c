/** Texts of the files of a playground, in order. */
export type Lines = readonly string[];

/** The code in an editor, and the reader's own code that code from a link replaced. */
export interface Draft {
  readonly texts: Lines;
  /** The texts as they came from a link; undefined for the reader's own code, or after a run. */
  readonly link: Lines | undefined;
  /** The reader's own code, newest last. */
  readonly kept: readonly Lines[];
}

/** Limit of kept versions. */
const mostKept = 5;

/** The draft of an editor with the original code. */
export function blankDraft(original: Lines): Draft {
  return { texts: original, link: undefined, kept: [] };
}

/**
 * Shows code from a link, and keeps the reader's own code.
 *
 * @param original the code of the page
 */
export function arrive(draft: Draft, came: Lines, original: Lines): Draft {
  const { texts, link, kept } = draft;
  // A reload opens the same link again, and the reader may have edited its code.
  if (isSame(came, texts) || (link && isSame(came, link))) return draft;
  const isWritten = !isSame(texts, link ?? original);
  return {
    texts: came,
    link: isSame(came, original) ? undefined : came,
    kept:
      isWritten && !isSame(texts, original)
        ? [...kept, texts].slice(-mostKept)
        : kept,
  };
}

/** Treats code from a link as the reader's own after a run. */
export function accept(draft: Draft): Draft {
  return { ...draft, link: undefined };
}

/** Restores the reader's own code, or the original if none is kept. */
export function bringBack({ kept }: Draft, original: Lines): Draft {
  const texts = kept.at(-1) ?? original;
  return { texts, link: undefined, kept: kept.slice(0, -1) };
}

/** Whether two versions of the files are equal. */
function isSame(a: Lines, b: Lines): boolean {
  return a.every((text, index) => text === b[index]);
}

const memory = new Map<string, string>();

/**
 * Reads the draft of a handler, which survives a reload.
 *
 * @param key names the handler
 * @param original the code of the page
 */
export function readDraft(key: string, original: Lines): Draft {
  let json = memory.get(key);
  try {
    json = sessionStorage.getItem(storageKey(key)) ?? json;
  } catch {
    // Storage is blocked.
  }
  return draftOf(json, original.length) ?? blankDraft(original);
}

/** Keeps the draft of a handler, for as long as the tab is open. */
export function saveDraft(key: string, draft: Draft, original: Lines): void {
  const { texts, kept } = draft;
  const isBlank = isSame(texts, original) && kept.length === 0;
  const json = JSON.stringify(draft);
  if (isBlank) memory.delete(key);
  else memory.set(key, json);
  try {
    if (isBlank) sessionStorage.removeItem(storageKey(key));
    else sessionStorage.setItem(storageKey(key), json);
  } catch {
    // Storage is full or blocked: the draft lasts as long as the page.
  }
}

function storageKey(key: string): string {
  return `playground ${key}`;
}

/** @returns undefined for an invalid draft, or one with another number of files */
function draftOf(json: string | undefined, length: number): Draft | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json ?? 'null');
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const texts: unknown = Reflect.get(value, 'texts');
  const link: unknown = Reflect.get(value, 'link');
  const kept: unknown = Reflect.get(value, 'kept');
  const isLines = (one: unknown): one is Lines =>
    Array.isArray(one) &&
    one.length === length &&
    one.every((text) => typeof text === 'string');
  return isLines(texts) && Array.isArray(kept) && kept.every(isLines)
    ? { texts, link: isLines(link) ? link : undefined, kept }
    : undefined;
}
