import { type ReactNode, useSyncExternalStore } from 'react';
import type { ConsoleLine } from '../host/start-server.ts';
import { say, type Words } from '../words.ts';
import type { Log } from './log.ts';

/** What the handler prints; nothing while it prints nothing. */
export function ConsoleLines({
  words,
  log,
}: {
  readonly words: Words;
  readonly log: Log<ConsoleLine>;
}): ReactNode {
  const { lines, older } = useSyncExternalStore(log.subscribe, log.shown);
  if (lines.length === 0) return null;
  const lost = lines.reduce((sum, { dropped }) => sum + dropped, older);
  return (
    <div className="playground__console">
      <p className="playground__label">{words.console}</p>
      {lost > 0 && <p>{say(words.dropped, { count: lost })}</p>}
      <pre tabIndex={0} aria-label={words.console}>
        {lines.map(({ number, level, text }) => (
          <samp key={number} data-level={level}>
            {text}
            {'\n'}
          </samp>
        ))}
      </pre>
    </div>
  );
}
