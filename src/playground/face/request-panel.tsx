import {
  type SyntheticEvent,
  type ReactNode,
  useEffect,
  useId,
  useState,
  useSyncExternalStore,
} from 'react';
import type { Preset } from '../site/data.ts';
import { say, type Words } from '../words.ts';
import { filled, hasName, learn, type Learned } from './learned.ts';
import { Log } from './log.ts';
import { LogBox } from './log-box.tsx';
import { News } from './news.tsx';
import type { PanelProps } from './open.tsx';
import { Presets, requestText } from './presets.tsx';
import { prettyJson } from './pretty.ts';
import { exchange, type ExchangeLine, type Written } from './requests.ts';
import { Toolbar } from './toolbar.tsx';
import { UrlBox } from './url-box.tsx';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];

/** Requests to an HTTP route, and their answers. */
export default function RequestPanel({
  data,
  server,
  started,
  own,
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
  const [learned, setLearned] = useState<Learned>({});
  // A server that is started again knows no note of the one before.
  useEffect(() => setLearned({}), [started]);
  const ask = async (request: Written, preset?: Preset) => {
    const now = own ?? server();
    if (!now) return;
    const line = await exchange(now, request);
    log.add(line);
    const recorded = preset?.request?.location;
    const came =
      'status' in line &&
      line.answerHeaders.find(([name]) => name === 'location')?.[1];
    if (recorded === undefined || !came) return;
    setLearned((known) => learn(known, recorded, came));
  };
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    void ask(written);
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
          origin={own ? '' : 'http://localhost:3000'}
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
      <Presets
        words={words}
        presets={presets}
        isReady={started > 0}
        isKnown={(preset) => !hasName(requestOf(preset, written, learned).path)}
        textOf={requestText}
        onChoose={(preset) => {
          const request = requestOf(preset, written, learned);
          setWritten(request);
          void ask(request, preset);
        }}
      />
      <LogBox words={words} label={words.answers} shown={shown}>
        {(line) => (
          <pre className="playground__frame">
            {exchangeText(line, words, isPretty)}
          </pre>
        )}
      </LogBox>
      <Toolbar
        words={words}
        log={log}
        shown={shown}
        isPretty={isPretty}
        onPretty={setPretty}
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

/**
 * What a preset sends.
 *
 * @param written what stands in the form: a server of the reader's own is named there
 * @param learned what recorded names stand for
 */
function requestOf(
  { text, request }: Preset,
  { method, path }: Written,
  learned: Learned,
): Written {
  const origin = /^\w+:\/\/[^/]*/.exec(path)?.[0] ?? '';
  return {
    method: request?.method ?? method,
    path: request ? origin + filled(request.path, learned) : path,
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
