import { type ReactNode, useMemo, useState, useSyncExternalStore } from 'react';
import { visible } from '../visible.ts';
import { formatText, type Words } from '../words.ts';
import { partCost, shownPart } from './payload-text.ts';
import type { ConsoleLine } from '../client/start-server.ts';
import type { Log } from './log.ts';
import type { UnsupportedName } from '../protocol.ts';

/** Untrusted text: its first part, with escapes for invisible characters, and a button that shows more. */
export function Payload({
  text,
  words,
  isPretty = false,
}: {
  readonly text: string;
  readonly words: Words;
  /** Whether JSON is formatted. */
  readonly isPretty?: boolean;
}): ReactNode {
  const [allowed, setAllowed] = useState(partCost);
  const part = useMemo(() => {
    const part = shownPart(text, isPretty, allowed);
    return { ...part, text: visible(part.text) };
  }, [text, isPretty, allowed]);
  if (part.isWhole) return part.text;
  return (
    <>
      {part.text}{' '}
      <button type="button" onClick={() => setAllowed(allowed + partCost)}>
        {words.more}
      </button>
    </>
  );
}

/** Console output of the handler, if there is any. */
export function ConsoleLines({
  words,
  log,
}: {
  readonly words: Words;
  readonly log: Log<ConsoleLine>;
}): ReactNode {
  const { lines, older } = useSyncExternalStore(log.subscribe, log.getSnapshot);
  if (lines.length === 0) return null;
  const count = lines.reduce((sum, { dropped }) => sum + dropped, older);
  return (
    <div className="playground__console">
      <p className="playground__label">{words.console}</p>
      {count > 0 && <p>{formatText(words.dropped, { count })}</p>}
      <pre tabIndex={0} aria-label={words.console}>
        {lines.map(({ number, level, text }) => (
          <samp key={number} data-level={level}>
            <Payload text={text} words={words} />
            {'\n'}
          </samp>
        ))}
      </pre>
    </div>
  );
}

/** Explanations of unavailable features that a handler used. */
export interface UnsupportedHints {
  /** Features that the running server used. */
  readonly unsupported?: readonly UnsupportedName[];
  /** @returns undefined until the texts are fetched */
  readonly explain?: (name: UnsupportedName) => string | undefined;
}

/** Explains each unavailable feature. */
export function Hints({
  unsupported = [],
  explain,
}: UnsupportedHints): ReactNode {
  return unsupported.map((name) => {
    const text = explain?.(name);
    return (
      text && (
        <p key={name} className="playground__hint" data-unsupported={name}>
          {text}
        </p>
      )
    );
  });
}
