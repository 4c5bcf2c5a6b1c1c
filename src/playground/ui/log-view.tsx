import {
  type CSSProperties,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { visible } from '../visible.ts';
import { formatText, type Words } from '../words.ts';
import { type Log, newest, type LogSnapshot } from './log.ts';
import { formattedCost, secondsText } from './payload-text.ts';

const announcePause = 2_000;
/** Characters of a line that a screen reader announces. */
const longestAnnouncement = 300;

/** A log: its lines in a box that scrolls with the newest until a reader scrolls up, its buttons, and announcements of new lines. */
export function LogView<Line extends object>({
  words,
  label,
  log,
  prettyAtFirst = false,
  style,
  head,
  clientOf,
  summaryOf,
  textOf,
  children,
}: {
  readonly words: Words;
  readonly label: string;
  readonly log: Log<Line>;
  readonly prettyAtFirst?: boolean;
  readonly style?: CSSProperties;
  /** Precedes the lines. */
  readonly head?: ReactNode;
  /** The client of a line, where there are several. */
  readonly clientOf?: (line: Line) => string;
  /** Text of a line for screen readers. */
  readonly summaryOf: (line: Line) => string;
  /** Text of a line for the clipboard; its time and summary by default. */
  readonly textOf?: (line: Line, isPretty: boolean) => string;
  /** Content of a line next to its time. */
  readonly children: (line: Line, isPretty: boolean) => ReactNode;
}): ReactNode {
  const shown = useSyncExternalStore(log.subscribe, log.getSnapshot);
  const [isPretty, setPretty] = useState(prettyAtFirst);
  const lines = isPretty ? newest(shown.lines, formattedCost) : shown.lines;
  const older = shown.older + shown.lines.length - lines.length;
  const box = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  useLayoutEffect(() => {
    const { current } = box;
    if (current && follows.current) current.scrollTop = current.scrollHeight;
  }, [shown.lines]);
  return (
    <>
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
        {older > 0 && <p>{formatText(words.older, { count: older })}</p>}
        {lines.length === 0 && <p>{words.nothing}</p>}
        <ol>
          {lines.map((line) => (
            <li key={line.number} data-client={clientOf?.(line)}>
              <span className="playground__time">
                {secondsText(line.seconds)}
              </span>
              {children(line, isPretty)}
            </li>
          ))}
        </ol>
      </div>
      <Toolbar
        words={words}
        log={log}
        waiting={shown.waiting}
        isPretty={isPretty}
        onPretty={setPretty}
        text={() =>
          shown.lines
            .map((line) =>
              textOf
                ? textOf(line, isPretty)
                : `${secondsText(line.seconds)}  ${summaryOf(line)}`,
            )
            .join(textOf ? '\n\n' : '\n')
        }
      />
      <LiveRegion words={words} shown={shown} summaryOf={summaryOf} />
    </>
  );
}

function Toolbar<Line extends object>({
  words,
  log,
  waiting,
  isPretty,
  onPretty,
  text,
}: {
  readonly words: Words;
  readonly log: Log<Line>;
  readonly waiting: number | undefined;
  readonly isPretty: boolean;
  readonly onPretty: (isPretty: boolean) => void;
  /** The text that is copied. */
  readonly text: () => string;
}): ReactNode {
  const [status, setStatus] = useState('');
  const copy = () => {
    // Insecure pages have no clipboard, which fails like a denied permission.
    void Promise.resolve()
      .then(() => navigator.clipboard.writeText(text()))
      .then(
        () => setStatus(words.copied),
        () => setStatus(words.notCopied),
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
          setStatus('');
        }}
      >
        {words.clear}
      </button>
      <button type="button" onClick={copy}>
        {words.copy}
      </button>
      {waiting !== undefined && (
        <span>{formatText(words.waiting, { count: waiting })}</span>
      )}
      <span role="status">{status}</span>
    </div>
  );
}

/** Announces the number of new lines and the last of them to a screen reader, at most every two seconds. */
function LiveRegion<Line>({
  words,
  shown,
  summaryOf,
}: {
  readonly words: Words;
  readonly shown: LogSnapshot<Line>;
  readonly summaryOf: (line: Line) => string;
}): ReactNode {
  const [text, setText] = useState('');
  const announced = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const announce = useEffectEvent(() => {
    timer.current = undefined;
    const last = shown.lines.at(-1);
    const count = shown.count - announced.current;
    announced.current = shown.count;
    if (!last) return;
    const line = visible(summaryOf(last).slice(0, longestAnnouncement));
    setText(formatText(words.newLines, { count, line }));
  });
  useEffect(() => {
    // A paused log is silent.
    if (shown.waiting !== undefined || shown.count === announced.current)
      return;
    timer.current ??= setTimeout(() => announce(), announcePause);
  }, [shown]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <p className="playground__live-region" role="status">
      {text}
    </p>
  );
}
