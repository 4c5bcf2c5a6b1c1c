import { useEffect, useMemo, useState } from 'react';
import type { CodeWorker } from './code-worker.ts';
import { carriedOver, type Part, type ShownText, shownText } from './parts.ts';

interface Highlighted {
  readonly text: string;
  readonly parts: readonly Part[];
}

/**
 * Highlights a text in a worker while it changes. A text that takes too long stays plain.
 *
 * @param first parts of a text that the page has highlighted
 * @param isShown whether a reader sees it
 */
export function useHighlight(
  text: string,
  first: readonly Part[] = [],
  isShown: boolean,
  worker: CodeWorker,
): ShownText {
  const [known, setKnown] = useState<Highlighted>(() => ({
    text: first.map((part) => part.text).join(''),
    parts: first,
  }));
  useEffect(() => {
    if (!isShown || text === known.text) return undefined;
    const change = new AbortController();
    void worker
      .run({ type: 'highlight', text }, change.signal)
      .then((answer) => {
        if (answer === 'stopped') setKnown({ text, parts: [] });
        else if (typeof answer === 'object' && answer.type === 'highlighted') {
          setKnown({ text, parts: answer.parts });
        }
      });
    return () => change.abort();
  }, [text, known.text, isShown, worker]);
  return useMemo(
    () =>
      isShown
        ? shownText(text, carriedOver(known.parts, known.text, text))
        : { lines: [], rest: '' },
    [text, known, isShown],
  );
}
