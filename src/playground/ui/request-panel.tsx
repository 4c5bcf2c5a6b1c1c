import {
  type ReactNode,
  type SyntheticEvent,
  useEffect,
  useId,
  useState,
} from 'react';
import type { UnsupportedName } from '../protocol.ts';
import type { Preset } from '../build/data.ts';
import { formatText, type Words } from '../words.ts';
import { Hints, Payload } from './output.tsx';
import {
  fillPlaceholders,
  hasPlaceholder,
  learnPlaceholders,
  type Placeholders,
} from './placeholders.ts';
import { Log } from './log.ts';
import { LogView } from './log-view.tsx';
import type { PanelProps } from './open.tsx';
import { shownPart } from './payload-text.ts';
import { Presets, requestText, UrlBox } from './form-fields.tsx';
import { exchange, type ExchangeLine, type RequestDraft } from './target.ts';

/** Limit of a response in the clipboard. */
const copiedCost = 1_000_000;
/** An exchange, and the unavailable features that its handler used. */
type AnswerLine = ExchangeLine & {
  readonly unsupported: readonly UnsupportedName[];
};

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];

/** Requests to an HTTP route, and their responses. */
export default function RequestPanel({
  data,
  server,
  started,
  external,
  explain,
}: PanelProps): ReactNode {
  const { words, presets } = data;
  const id = useId();
  const [log] = useState(() => new Log<AnswerLine>());
  const [written, setWritten] = useState<RequestDraft>({
    method: data.method,
    path: data.url,
    headers: '',
    body: '',
  });
  const change = (part: Partial<RequestDraft>) => {
    setWritten({ ...written, ...part });
  };
  const [placeholders, setPlaceholders] = useState<Placeholders>({});
  // A new server doesn't have the ids of the previous one.
  useEffect(() => setPlaceholders({}), [started]);
  const sendRequest = async (request: RequestDraft, preset?: Preset) => {
    const now = external ?? server();
    if (!now) return;
    const unsupported = new Set<UnsupportedName>();
    const stop = now.onUnsupported?.((name) => unsupported.add(name));
    const line = await exchange(now, request);
    stop?.();
    log.add({ ...line, unsupported: [...unsupported] });
    const recorded = preset?.request?.location;
    const came =
      'status' in line &&
      line.answerHeaders.find(([name]) => name === 'location')?.[1];
    if (recorded === undefined || !came) return;
    setPlaceholders((known) => learnPlaceholders(known, recorded, came));
  };
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    void sendRequest(written);
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
          origin={external ? '' : 'http://localhost:3000'}
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
        isKnown={(preset) =>
          !hasPlaceholder(requestOf(preset, written, placeholders).path)
        }
        textOf={requestText}
        onChoose={(preset) => {
          const request = requestOf(preset, written, placeholders);
          setWritten(request);
          void sendRequest(request, preset);
        }}
      />
      <LogView
        words={words}
        label={words.answers}
        log={log}
        prettyAtFirst
        summaryOf={(line) => summary(line, words)}
        textOf={(line, isPretty) =>
          [
            headText(line, words),
            ...('status' in line && line.answer !== ''
              ? [shownPart(line.answer, isPretty, copiedCost).text]
              : []),
          ].join('\n\n')
        }
      >
        {(line, isPretty) => (
          <>
            <pre className="playground__frame">
              <Payload text={headText(line, words)} words={words} />
              {'status' in line && line.answer !== '' && (
                <>
                  {'\n\n'}
                  <Payload
                    text={line.answer}
                    words={words}
                    isPretty={isPretty}
                  />
                </>
              )}
            </pre>
            <Hints
              unsupported={line.unsupported}
              {...(explain && { explain })}
            />
          </>
        )}
      </LogView>
    </>
  );
}

/**
 * Creates the request of a preset.
 *
 * @param draft the form, which contains the origin of an external server
 * @param placeholders values of recorded names
 */
function requestOf(
  { text, request }: Preset,
  { method, path }: RequestDraft,
  placeholders: Placeholders,
): RequestDraft {
  const origin = /^\w+:\/\/[^/]*/.exec(path)?.[0] ?? '';
  return {
    method: request?.method ?? method,
    path: request
      ? origin + fillPlaceholders(request.path, placeholders)
      : path,
    headers: (request?.headers ?? []).map((pair) => pair.join(': ')).join('\n'),
    body: text,
  };
}

function summary(line: ExchangeLine, words: Words): string {
  const requestLine = `${line.method} ${line.path}`;
  if ('status' in line)
    return `${requestLine} ${line.status} ${line.statusText}`;
  return `${requestLine} ${
    line.failure === undefined
      ? words.noAnswer
      : formatText(words.notSendable, { reason: line.failure })
  }`;
}

/** The request, and the response without its body. */
function headText(line: ExchangeLine, words: Words): string {
  if (!('status' in line)) return summary(line, words);
  return [
    `${line.method} ${line.path}`,
    ...(line.headers === '' ? [] : [line.headers]),
    ...(line.body === '' ? [] : ['', line.body]),
    '',
    `${line.status} ${line.statusText}`,
    ...line.answerHeaders.map((pair) => pair.join(': ')),
  ].join('\n');
}
