import {
  type ReactNode,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import type { Preset } from '../build/data.ts';
import { formatText, type Words } from '../words.ts';
import type { WireEvent } from './event-reader.ts';
import { Hints, Payload } from './output.tsx';
import { LogView } from './log-view.tsx';
import type { PanelProps } from './open.tsx';
import { Presets, requestText, UrlBox } from './form-fields.tsx';
import { exchange } from './target.ts';
import { StreamClient, type StreamLine } from './stream.ts';

/** A client of an event stream. */
export default function StreamPanel({
  data,
  server,
  started,
  external,
  ...explained
}: PanelProps): ReactNode {
  const { words } = data;
  const [client] = useState(
    () => external?.stream() ?? new StreamClient(server),
  );
  const isOpen = useSyncExternalStore(client.subscribe, client.getSnapshot);
  const [path, setPath] = useState(data.url);
  useEffect(() => () => client.leave(), [client]);
  const sendRequest = async (preset: Preset) => {
    const now = external ?? server();
    const { request, text } = preset;
    if (!now || !request) return;
    const line = await exchange(now, {
      method: request.method,
      path: new URL(request.path, new URL(path, now.origin)).href,
      headers: request.headers.map((pair) => pair.join(': ')).join('\n'),
      body: text,
    });
    client.log.add({
      request: requestText(preset),
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
        origin={external ? '' : 'http://localhost:3000'}
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
        {!external && (
          <button type="button" disabled={!isOpen} onClick={() => client.cut()}>
            {words.drop}
          </button>
        )}
      </div>
      <Presets
        words={words}
        presets={data.presets}
        isReady={started > 0}
        textOf={requestText}
        onChoose={(preset) => void sendRequest(preset)}
      />
      <div role="status">
        <Hints {...explained} />
      </div>
      <LogView
        words={words}
        label={words.events}
        log={client.log}
        summaryOf={(line) => lineText(line, words)}
      >
        {(line, isPretty) => (
          <div className="playground__frame">
            <Line line={line} words={words} isPretty={isPretty} />
          </div>
        )}
      </LogView>
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
          <Payload
            text={value}
            words={words}
            isPretty={isPretty && name === 'data'}
          />
        </samp>{' '}
      </span>
    ));
  }
  if ('connection' in line) {
    return (
      <>
        <strong>
          {formatText(words.connection, { number: line.connection })}
        </strong>{' '}
        <samp>GET {line.path}</samp>{' '}
        {line.lastEventId !== undefined && (
          <samp>
            Last-Event-ID: <Payload text={line.lastEventId} words={words} />
          </samp>
        )}
      </>
    );
  }
  if ('request' in line) {
    return (
      <>
        <samp>{line.request}</samp>{' '}
        <samp>
          <Payload text={line.answer} words={words} />
        </samp>
      </>
    );
  }
  return 'status' in line ? (
    <samp>
      {line.status} <Payload text={line.type} words={words} />
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
  if ('request' in line) return `${line.request}: ${line.answer}`;
  return 'status' in line ? `${line.status} ${line.type}` : words[line.end];
}
