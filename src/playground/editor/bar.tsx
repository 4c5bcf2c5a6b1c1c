import type { ReactNode } from 'react';
import type { EditWords } from './words.ts';

/** What can be done with the code, and what has become of it. */
export function Bar({
  words,
  hint,
  refused,
  said,
  onRun,
  onReset,
  onLink,
  onDone,
}: {
  readonly words: EditWords;
  /** The id of what explains the keys. */
  readonly hint: string;
  readonly refused: string | undefined;
  readonly said: string;
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
        <span role="status">{said}</span>
      </div>
      <p className="playground__label" id={hint}>
        {words['edit.hint']}
      </p>
    </div>
  );
}
