import {
  type ReactNode,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import type { Preset } from '../site/data.ts';
import { say, type Words } from '../words.ts';
import type { WireEvent } from './event-reader.ts';
import { LogBox } from './log-box.tsx';
import { News } from './news.tsx';
import type { PanelProps } from './open.tsx';
import { Presets, requestText } from './presets.tsx';
import { prettyJson, secondsText } from './pretty.ts';
import { exchange } from './requests.ts';
import { StreamClient, type StreamLine } from './stream.ts';
import { Toolbar } from './toolbar.tsx';
import { UrlBox } from './url-box.tsx';

/** A client of an event stream. */
export default function StreamPanel({
  data,
  server,
  started,
  own,
}: PanelProps): ReactNode {
  const { words } = data;
  const [client] = useState(() => own?.stream() ?? new StreamClient(server));
  const isOpen = useSyncExternalStore(client.subscribe, client.shown);
  const shown = useSyncExternalStore(client.log.subscribe, client.log.shown);
  const [path, setPath] = useState(data.url);
  const [isPretty, setPretty] = useState(false);
  useEffect(() => () => client.leave(), [client]);
  const ask = async (preset: Preset) => {
    const now = own ?? server();
    const { request, text } = preset;
    if (!now || !request) return;
    const line = await exchange(now, {
      method: request.method,
      path: new URL(request.path, new URL(path, now.origin)).href,
      headers: request.headers.map((pair) => pair.join(': ')).join('\n'),
      body: text,
    });
    client.log.add({
      asked: requestText(preset),
      answer:
        'status' in line
          ? `${line.status} ${line.answer}`.trim()
          : words.noAnswer,
    });
  };
  return (
    <>
      <UrlBox
        words={words}
        origin={own ? '' : 'http://localhost:3000'}
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
        {!own && (
          <button type="button" disabled={!isOpen} onClick={() => client.cut()}>
            {words.cut}
          </button>
        )}
      </div>
      <Presets
        words={words}
        presets={data.presets}
        isReady={started > 0}
        textOf={requestText}
        onChoose={(preset) => void ask(preset)}
      />
      <LogBox words={words} label={words.events} shown={shown}>
        {(line) => (
          <div className="playground__frame">
            <Line line={line} words={words} isPretty={isPretty} />
          </div>
        )}
      </LogBox>
      <Toolbar
        words={words}
        log={client.log}
        shown={shown}
        isPretty={isPretty}
        onPretty={setPretty}
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
  if ('asked' in line) {
    return (
      <>
        <samp>{line.asked}</samp> <samp>{line.answer}</samp>
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
  if ('asked' in line) return `${line.asked}: ${line.answer}`;
  return 'status' in line ? `${line.status} ${line.type}` : words[line.end];
}
