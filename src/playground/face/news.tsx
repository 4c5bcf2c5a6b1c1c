import { type ReactNode, useEffect, useRef, useState } from 'react';
import { say, type Words } from '../words.ts';
import type { Shown } from './log.ts';

const pause = 2_000;

/**
 * Tells who does not see the screen what is new: at most every two seconds,
 * and then how much, and the last of it.
 */
export function News<Line>({
  words,
  shown,
  textOf,
}: {
  readonly words: Words;
  readonly shown: Shown<Line>;
  readonly textOf: (line: Line) => string;
}): ReactNode {
  const [said, setSaid] = useState('');
  const saidCount = useRef(0);
  const latest = useRef({ shown, textOf });
  latest.current = { shown, textOf };
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    // Who has paused the list wants quiet.
    if (shown.waiting !== undefined) return;
    if (shown.count === saidCount.current || timer.current) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      const { shown: now, textOf: text } = latest.current;
      const line = now.lines.at(-1);
      const count = now.count - saidCount.current;
      saidCount.current = now.count;
      if (line) setSaid(say(words.news, { count, line: text(line) }));
    }, pause);
  }, [shown, words]);
  useEffect(() => () => clearTimeout(timer.current), []);

  return (
    <p className="playground__news" role="status">
      {said}
    </p>
  );
}
