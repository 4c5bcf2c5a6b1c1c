import { type ReactNode, useEffect, useId, useRef } from 'react';
import { say } from '../words.ts';
import type { EditWords } from './words.ts';

/** Says whose code this is, before the reader runs it. */
export function Notice({
  words,
  onRun,
  onPutAway,
}: {
  readonly words: EditWords;
  readonly onRun: () => void;
  readonly onPutAway: () => void;
}): ReactNode {
  const element = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    element.current?.scrollIntoView();
    element.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div
      ref={element}
      className="playground-edit__notice"
      role="group"
      aria-labelledby={id}
      tabIndex={-1}
    >
      <p id={id}>{say(words['edit.arrived'], { run: words['edit.run'] })}</p>
      <button type="button" onClick={onRun}>
        {words['edit.run']}
      </button>{' '}
      <button type="button" onClick={onPutAway}>
        {words['edit.putAway']}
      </button>
    </div>
  );
}
