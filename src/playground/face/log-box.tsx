import {
  type CSSProperties,
  type ReactNode,
  useLayoutEffect,
  useRef,
} from 'react';
import { say, type Words } from '../words.ts';
import type { Numbered, Shown } from './log.ts';
import { secondsText } from './pretty.ts';

/** The lines of a log in a box that scrolls: it follows the newest until a reader scrolls up. */
export function LogBox<Line>({
  words,
  label,
  shown: { lines, older },
  style,
  head,
  clientOf,
  children,
}: {
  readonly words: Words;
  readonly label: string;
  readonly shown: Shown<Line>;
  readonly style?: CSSProperties;
  readonly head?: ReactNode;
  /** Whose line it is, where there are several. */
  readonly clientOf?: (line: Line) => string;
  /** What stands beside the time. */
  readonly children: (line: Line & Numbered) => ReactNode;
}): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  useLayoutEffect(() => {
    const { current } = box;
    if (current && follows.current) current.scrollTop = current.scrollHeight;
  }, [lines]);
  return (
    <div
      className="playground__frames"
      role="group"
      tabIndex={0}
      aria-label={label}
      style={style}
      ref={box}
      onScroll={({
        currentTarget: { scrollHeight, scrollTop, clientHeight },
      }) => {
        follows.current = scrollHeight - scrollTop - clientHeight < 8;
      }}
    >
      {head}
      {older > 0 && <p>{say(words.older, { count: older })}</p>}
      {lines.length === 0 && <p>{words.nothing}</p>}
      <ol>
        {lines.map((line) => (
          <li key={line.number} data-client={clientOf?.(line)}>
            <span className="playground__time">
              {secondsText(line.seconds)}
            </span>
            {children(line)}
          </li>
        ))}
      </ol>
    </div>
  );
}
