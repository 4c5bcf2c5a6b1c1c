import { type ReactNode, useEffect, useId, useRef } from 'react';
import type { EditWords } from './words.ts';
import { formatText } from '../words.ts';
import { visible } from '../visible.ts';
import type { Problem } from './code-worker.ts';

/** Buttons of the editor, and its status. */
export function Bar({
  words,
  hint,
  refused,
  status,
  onRun,
  onReset,
  onLink,
  onDone,
}: {
  readonly words: EditWords;
  /** The id of the keyboard hint. */
  readonly hint: string;
  readonly refused: string | undefined;
  readonly status: string;
  readonly onRun: () => void;
  readonly onReset: () => void;
  readonly onLink: () => void;
  readonly onDone: () => void;
}): ReactNode {
  return (
    <div className="playground-edit__bar">
      {refused !== undefined && (
        <p className="playground__crash" role="alert">
          {refused}
        </p>
      )}
      <div className="playground__row">
        <button type="button" className="playground-edit__run" onClick={onRun}>
          {words['edit.run']}
        </button>
        <button type="button" onClick={onReset}>
          {words['edit.reset']}
        </button>
        <button type="button" onClick={onLink}>
          {words['edit.link']}
        </button>
        <button type="button" onClick={onDone}>
          {words['edit.done']}
        </button>
        <span role="status">{status}</span>
      </div>
      <p className="playground__label" id={hint}>
        {words['edit.hint']}
      </p>
    </div>
  );
}

/** Warns that the code comes from a link, before the reader runs it. */
export function Notice({
  words,
  isKept,
  onRun,
  onBack,
}: {
  readonly words: EditWords;
  /** Whether the reader's own code is kept. */
  readonly isKept: boolean;
  readonly onRun: () => void;
  readonly onBack: () => void;
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
      <p id={id}>
        {formatText(words['edit.received'], { run: words['edit.run'] })}
        {isKept && ` ${words['edit.kept']}`}
      </p>
      <button type="button" onClick={onRun}>
        {words['edit.run']}
      </button>{' '}
      <button type="button" onClick={onBack}>
        {words['edit.discard']}
      </button>
    </div>
  );
}

/** Restores the reader's own code after the code of a link was run. */
export function KeptNotice({
  words,
  onBack,
}: {
  readonly words: EditWords;
  readonly onBack: () => void;
}): ReactNode {
  return (
    <div className="playground-edit__notice">
      <p>{words['edit.kept']}</p>
      <button type="button" onClick={onBack}>
        {words['edit.restore']}
      </button>
    </div>
  );
}

/** Compile errors by file; announced to screen readers. */
export function Problems({
  id,
  title,
  problems,
  onGo,
}: {
  readonly id: string;
  readonly title: string;
  readonly problems: readonly Problem[];
  /** Moves the caret to the error. */
  readonly onGo: (problem: Problem) => void;
}): ReactNode {
  return (
    <div id={id} className="playground-edit__problems" role="status">
      {problems.length > 0 && (
        <>
          <p>{title}</p>
          <ul>
            {problems.map((problem) => {
              const { path, line, column, reason } = problem;
              return (
                <li key={path}>
                  <button type="button" onClick={() => onGo(problem)}>
                    <code>
                      {path}:{line}:{column}
                    </code>
                  </button>{' '}
                  <span lang="en">{visible(reason)}</span>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </div>
  );
}
