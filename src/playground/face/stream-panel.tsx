import {
  type ReactNode,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import { say, type Words } from '../words.ts';
import type { WireEvent } from './event-reader.ts';
import { News } from './news.tsx';
import type { PanelProps } from './open.tsx';
import { prettyJson, secondsText } from './pretty.ts';
import { StreamClient, type StreamLine } from './stream.ts';
import { Toolbar } from './toolbar.tsx';
import { UrlBox } from './url-box.tsx';

/** A client of an event stream. */
export default function StreamPanel({
  data,
  server,
  started,
}: PanelProps): ReactNode {
  const { words } = data;
  const [client] = useState(() => new StreamClient(server));
  const isOpen = useSyncExternalStore(client.subscribe, client.shown);
  const shown = useSyncExternalStore(client.log.subscribe, client.log.shown);
  const [path, setPath] = useState(data.url);
  const [isPretty, setPretty] = useState(false);
  useEffect(() => () => client.leave(), [client]);
  return (
    <>
      <UrlBox
        words={words}
        origin="http://localhost:3000"
        path={path}
        onChange={setPath}
      />
      <div className="playground__row">
        <button
          type="button"
          disabled={started === 0}
          onClick={() => (isOpen ? client.leave() : client.connect(path))}
        >
          {isOpen ? words.leave : words.connect}
        </button>
        <button type="button" disabled={!isOpen} onClick={() => client.cut()}>
          {words.cut}
        </button>
      </div>
      <div
        className="playground__frames"
        role="group"
        tabIndex={0}
        aria-label={words.events}
      >
        {shown.older > 0 && <p>{say(words.older, { count: shown.older })}</p>}
        {shown.lines.length === 0 && <p>{words.nothing}</p>}
        <ol>
          {shown.lines.map((line) => (
            <li key={line.number}>
              <span className="playground__time">
                {secondsText(line.seconds)}
              </span>
              <div className="playground__frame">
                <Line line={line} words={words} isPretty={isPretty} />
              </div>
            </li>
          ))}
        </ol>
      </div>
      <Toolbar
        words={words}
        isPretty={isPretty}
        onPretty={setPretty}
        onClear={() => client.log.clear()}
        text={() =>
          shown.lines
            .map(
              (line) =>
                `${secondsText(line.seconds)}  ${lineText(line, words)}`,
            )
            .join('\n')
        }
      />
      <News
        words={words}
        shown={shown}
        textOf={(line) => lineText(line, words)}
      />
    </>
  );
}

function Line({
  line,
  words,
  isPretty,
}: {
  readonly line: StreamLine;
  readonly words: Words;
  readonly isPretty: boolean;
}): ReactNode {
  if ('data' in line) {
    return fieldsOf(line).map(([name, value]) => (
      <span key={name} className="playground__field" data-field={name}>
        <span>{name}</span>{' '}
        <samp>
          {name === 'data' ? prettyJson(value, isPretty) : value}
        </samp>{' '}
      </span>
    ));
  }
  if ('connection' in line) {
    return (
      <>
        <strong>{say(words.connection, { number: line.connection })}</strong>{' '}
        <samp>GET {line.path}</samp>{' '}
        {line.lastEventId !== undefined && (
          <samp>Last-Event-ID: {line.lastEventId}</samp>
        )}
      </>
    );
  }
  return 'status' in line ? (
    <samp>
      {line.status} {line.type}
    </samp>
  ) : (
    words[line.end]
  );
}

function fieldsOf({ id, event, retry, data }: WireEvent): [string, string][] {
  return Object.entries({ id, event, retry, data }).flatMap(
    ([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, String(value)]],
  );
}

function lineText(line: StreamLine, words: Words): string {
  if ('data' in line) {
    return fieldsOf(line)
      .map((field) => field.join(': '))
      .join(', ');
  }
  if ('connection' in line) {
    const id = line.lastEventId;
    return `GET ${line.path}${id === undefined ? '' : ` Last-Event-ID: ${id}`}`;
  }
  return 'status' in line ? `${line.status} ${line.type}` : words[line.end];
}
