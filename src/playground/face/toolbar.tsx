import { type ReactNode, useState } from 'react';
import { say, type Words } from '../words.ts';
import type { Log, Shown } from './log.ts';

/** What can be done with a log. */
export function Toolbar<Line extends object>({
  words,
  log,
  shown: { waiting },
  isPretty,
  onPretty,
  text,
}: {
  readonly words: Words;
  readonly log: Log<Line>;
  readonly shown: Shown<Line>;
  readonly isPretty: boolean;
  readonly onPretty: (isPretty: boolean) => void;
  /** What is copied. */
  readonly text: () => string;
}): ReactNode {
  const [said, setSaid] = useState('');
  const copy = () => {
    // A page that is not secure has no clipboard: that fails as a refusal does.
    void Promise.resolve()
      .then(() => navigator.clipboard.writeText(text()))
      .then(
        () => setSaid(words.copied),
        () => setSaid(words.notCopied),
      );
  };
  return (
    <div className="playground__toolbar">
      <label>
        <input
          type="checkbox"
          checked={isPretty}
          onChange={({ target }) => onPretty(target.checked)}
        />{' '}
        {words.pretty}
      </label>
      <button type="button" onClick={() => log.pause(waiting === undefined)}>
        {waiting === undefined ? words.pause : words.resume}
      </button>
      <button
        type="button"
        onClick={() => {
          log.clear();
          setSaid('');
        }}
      >
        {words.clear}
      </button>
      <button type="button" onClick={copy}>
        {words.copy}
      </button>
      {waiting !== undefined && (
        <span>{say(words.waiting, { count: waiting })}</span>
      )}
      <span role="status">{said}</span>
    </div>
  );
}
