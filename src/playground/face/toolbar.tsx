import { type ReactNode, useState } from 'react';
import type { Words } from '../words.ts';

/** What can be done with a log. */
export function Toolbar({
  words,
  isPretty,
  onPretty,
  onClear,
  text,
}: {
  readonly words: Words;
  readonly isPretty: boolean;
  readonly onPretty: (isPretty: boolean) => void;
  readonly onClear: () => void;
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
      <button
        type="button"
        onClick={() => {
          onClear();
          setSaid('');
        }}
      >
        {words.clear}
      </button>
      <button type="button" onClick={copy}>
        {words.copy}
      </button>
      <span role="status">{said}</span>
    </div>
  );
}
