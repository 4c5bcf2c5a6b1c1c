import { useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { formatText } from '../words.ts';
import {
  type IncomingCode,
  lineLimit,
  linkLimit,
  shownPath,
  textLimit,
  type Texts,
  unusualLimit,
} from './shared-link.ts';
import type { EditData, SourceFile } from '../build/data.ts';
import {
  accept,
  arrive,
  bringBack,
  type Draft,
  type Lines,
  readDraft,
  saveDraft,
} from './draft.ts';

/** The code in an editor, and its origin. */
export interface Code {
  /** The current files. */
  readonly files: readonly SourceFile[];
  /** Whether each differs from the original. */
  readonly changed: readonly boolean[];
  /** Whether the code comes from a link and hasn't been run. */
  readonly isForeign: boolean;
  /** Whether the reader's own code is kept while code from a link is shown. */
  readonly isKept: boolean;
  /** Why the code of a link was rejected. */
  readonly refused: string | undefined;
  readonly change: (index: number, text: string) => void;
  /** Marks the code as run by the reader. */
  readonly accept: () => void;
  /** Shows the code from before the link. */
  readonly bringBack: () => void;
  /** Restores the original code. */
  readonly reset: () => void;
  /** Files for a link: the handler and all changed files. */
  readonly shared: () => Texts;
}

/** Links that were shown already. */
const taken = new WeakSet<IncomingCode>();

/**
 * Stores the code of an editor.
 *
 * @param arrival code from the URL of the page, which is shown but not run
 */
export function useCode(
  data: EditData,
  incoming: IncomingCode | undefined,
): Code {
  const { example, sources, words } = data;
  const names = sources.map(({ path }) => `${example}/${path}`);
  const [key = ''] = names;
  const original: Lines = sources.map(({ text }) => text);
  const [draft, setDraft] = useState(() => readDraft(key, original));
  const { texts } = draft;
  const latest = useRef(draft);
  const [refused, setRefused] = useState<string>();

  const onIncoming = useEffectEvent(take);
  useLayoutEffect(() => {
    if (!incoming || taken.has(incoming)) return;
    taken.add(incoming);
    onIncoming(incoming);
  }, [incoming]);

  function take(came: IncomingCode): void {
    setRefused(undefined);
    if ('refusal' in came) {
      setRefused(
        formatText(words[`edit.refused.${came.refusal}`], {
          limit: came.refusal === 'tooLong' ? linkLimit : textLimit,
          lines: lineLimit,
          characters: unusualLimit,
        }),
      );
      return;
    }
    const unknown = [...came.texts.keys()].find((one) => !names.includes(one));
    if (unknown !== undefined) {
      const path = shownPath(unknown);
      setRefused(formatText(words['edit.refused.unknown'], { path }));
      return;
    }
    const next = sources.map(
      ({ text }, index) => came.texts.get(names[index] ?? '') ?? text,
    );
    put(arrive(latest.current, next, original));
  }

  function put(next: Draft): void {
    latest.current = next;
    setDraft(next);
    saveDraft(key, next, original);
  }

  return {
    files: sources.map(({ path }, index) => ({
      path,
      text: texts[index] ?? '',
    })),
    changed: texts.map((text, index) => text !== original[index]),
    isForeign: draft.link !== undefined,
    isKept: draft.kept.length > 0,
    refused,
    change(index, text) {
      put({ ...latest.current, texts: latest.current.texts.with(index, text) });
    },
    accept() {
      setRefused(undefined);
      put(accept(latest.current));
    },
    bringBack() {
      put(bringBack(latest.current, original));
    },
    reset() {
      setRefused(undefined);
      put({ ...accept(latest.current), texts: original });
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
