import {
  type SyntheticEvent,
  type ReactNode,
  useId,
  useState,
  useSyncExternalStore,
} from 'react';
import type { Preset } from '../site/data.ts';
import { say, type Words } from '../words.ts';
import { Log } from './log.ts';
import { News } from './news.tsx';
import type { PanelProps } from './open.tsx';
import { prettyJson, secondsText } from './pretty.ts';
import { exchange, type ExchangeLine, type Written } from './requests.ts';
import { Toolbar } from './toolbar.tsx';
import { UrlBox } from './url-box.tsx';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];

/** Requests to an HTTP route, and their answers. */
export default function RequestPanel({
  data,
  server,
  started,
}: PanelProps): ReactNode {
  const { words, presets } = data;
  const id = useId();
  const [log] = useState(() => new Log<ExchangeLine>());
  const shown = useSyncExternalStore(log.subscribe, log.shown);
  const [isPretty, setPretty] = useState(true);
  const [written, setWritten] = useState<Written>({
    method: data.method,
    path: data.url,
    headers: '',
    body: '',
  });
  const change = (part: Partial<Written>) => {
    setWritten({ ...written, ...part });
  };
  const ask = (request: Written) => {
    const now = server();
    if (now) void exchange(now, log, request);
  };
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    ask(written);
  };
  return (
    <>
      <form className="playground__request" onSubmit={send}>
        <div>
          <label htmlFor={`${id}m`}>{words.method}</label>
          <select
            id={`${id}m`}
            value={written.method}
            onChange={({ target }) => change({ method: target.value })}
          >
            {methods.map((method) => (
              <option key={method}>{method}</option>
            ))}
          </select>
        </div>
        <UrlBox
          words={words}
          origin="http://localhost:3000"
          path={written.path}
          onChange={(path) => change({ path })}
        />
        <label htmlFor={`${id}h`}>{words.headers}</label>
        <textarea
          id={`${id}h`}
          rows={2}
          spellCheck={false}
          value={written.headers}
          onChange={({ target }) => change({ headers: target.value })}
        />
        <label htmlFor={`${id}b`}>{words.body}</label>
        <textarea
          id={`${id}b`}
          rows={2}
          spellCheck={false}
          value={written.body}
          onChange={({ target }) => change({ body: target.value })}
        />
        <button type="submit" disabled={started === 0}>
          {words.request}
        </button>
      </form>
      {presets.length > 0 && (
        <div
          className="playground__presets"
          role="group"
          aria-label={words.presets}
        >
          {presets.map((preset) => {
            const request = requestOf(preset, written);
            return (
              <button
                key={JSON.stringify(preset)}
                type="button"
                disabled={started === 0}
                onClick={() => {
                  setWritten(request);
                  ask(request);
                }}
              >
                <code>
                  {request.method} {request.path} {preset.text}
                </code>
              </button>
            );
          })}
        </div>
      )}
      <div
        className="playground__frames"
        role="group"
        tabIndex={0}
        aria-label={words.answers}
      >
        {shown.older > 0 && <p>{say(words.older, { count: shown.older })}</p>}
        {shown.lines.length === 0 && <p>{words.nothing}</p>}
        <ol>
          {shown.lines.map((line) => (
            <li key={line.number}>
              <span className="playground__time">
                {secondsText(line.seconds)}
              </span>
              <pre className="playground__frame">
                {exchangeText(line, words, isPretty)}
              </pre>
            </li>
          ))}
        </ol>
      </div>
      <Toolbar
        words={words}
        isPretty={isPretty}
        onPretty={setPretty}
        onClear={() => log.clear()}
        text={() =>
          shown.lines
            .map((line) => exchangeText(line, words, isPretty))
            .join('\n\n')
        }
      />
      <News
        words={words}
        shown={shown}
        textOf={(line) => summary(line, words)}
      />
    </>
  );
}

function requestOf(
  { text, request }: Preset,
  { method, path }: Written,
): Written {
  return {
    method: request?.method ?? method,
    path: request?.path ?? path,
    headers: (request?.headers ?? []).map((pair) => pair.join(': ')).join('\n'),
    body: text,
  };
}

function summary(line: ExchangeLine, words: Words): string {
  const asked = `${line.method} ${line.path}`;
  if ('status' in line) return `${asked} ${line.status} ${line.statusText}`;
  return `${asked} ${
    line.failure === undefined
      ? words.noAnswer
      : say(words.notSendable, { reason: line.failure })
  }`;
}

function exchangeText(
  line: ExchangeLine,
  words: Words,
  isPretty: boolean,
): string {
  if (!('status' in line)) return summary(line, words);
  return [
    `${line.method} ${line.path}`,
    ...(line.headers === '' ? [] : [line.headers]),
    ...(line.body === '' ? [] : ['', line.body]),
    '',
    `${line.status} ${line.statusText}`,
    ...line.answerHeaders.map((pair) => pair.join(': ')),
    ...(line.answer === '' ? [] : ['', prettyJson(line.answer, isPretty)]),
  ].join('\n');
}
