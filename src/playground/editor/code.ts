import { useState } from 'react';
import { say } from '../words.ts';
import type { Arrival } from './arrival.ts';
import type { EditData, SourceFile } from './data.ts';
import { linkLimit, type Texts, textLimit } from './shared-link.ts';

/** The code in an editor, and where it comes from. */
export interface Code {
  /** The files as they stand now. */
  readonly files: readonly SourceFile[];
  /** Which of them differ from the guide's. */
  readonly changed: readonly boolean[];
  /** Whether this is a stranger's code that the reader has not run. */
  readonly isForeign: boolean;
  /** Why the code of a link is not shown. */
  readonly refused: string | undefined;
  readonly change: (index: number, text: string) => void;
  /** The reader has run it. */
  readonly accept: () => void;
  /** Brings back what was there before the link. */
  readonly putAway: () => void;
  /** Brings back the guide's code. */
  readonly reset: () => void;
  /** What a link carries: the handler, and all that is changed. */
  readonly shared: () => Texts;
}

type Lines = readonly string[];

/** What readers have written, for as long as the page is there: closing the editor loses nothing. */
const drafts = new Map<string, Lines>();
/** Each is shown once. */
const taken = new WeakSet<Arrival>();

/**
 * Keeps the code of an editor.
 *
 * @param arrival code that came with the address of the page; it is shown, and nothing more
 */
export function useCode(data: EditData, arrival: Arrival | undefined): Code {
  const { example, sources, words } = data;
  const names = sources.map(({ path }) => `${example}/${path}`);
  const [key = ''] = names;
  const original: Lines = sources.map(({ text }) => text);
  const [texts, setTexts] = useState(() => drafts.get(key) ?? original);
  const [before, setBefore] = useState<Lines>();
  const [refused, setRefused] = useState<string>();
  const [last, setLast] = useState<Arrival>();

  if (arrival && arrival !== last) {
    setLast(arrival);
    if (!taken.has(arrival)) take(arrival);
  }

  function take(came: Arrival): void {
    taken.add(came);
    setRefused(undefined);
    if ('refusal' in came) {
      setRefused(
        say(words[`edit.refused.${came.refusal}`], {
          limit: came.refusal === 'tooLong' ? linkLimit : textLimit,
        }),
      );
      return;
    }
    const unknown = [...came.texts.keys()].find((one) => !names.includes(one));
    if (unknown !== undefined) {
      const path = unknown.slice(0, 200);
      setRefused(say(words['edit.refused.unknown'], { path }));
      return;
    }
    const next = sources.map(
      ({ text }, index) => came.texts.get(names[index] ?? '') ?? text,
    );
    setBefore(isSame(next, original) ? undefined : (before ?? texts));
    setTexts(next);
  }

  function keep(next: Lines): void {
    setTexts(next);
    if (isSame(next, original)) drafts.delete(key);
    else drafts.set(key, next);
  }

  return {
    files: sources.map(({ path }, index) => ({
      path,
      text: texts[index] ?? '',
    })),
    changed: texts.map((text, index) => text !== original[index]),
    isForeign: before !== undefined,
    refused,
    change(index, text) {
      const next = texts.with(index, text);
      // What a stranger wrote does not take the place of the reader's own.
      if (before) setTexts(next);
      else keep(next);
    },
    accept() {
      setBefore(undefined);
      setRefused(undefined);
      keep(texts);
    },
    putAway() {
      setBefore(undefined);
      setTexts(before ?? texts);
    },
    reset() {
      setBefore(undefined);
      setRefused(undefined);
      keep(original);
    },
    shared: () =>
      new Map(
        texts.flatMap((text, index): [string, string][] =>
          index === 0 || text !== original[index]
            ? [[names[index] ?? '', text]]
            : [],
        ),
      ),
  };
}

function isSame(a: Lines, b: Lines): boolean {
  return a.every((text, index) => text === b[index]);
}
