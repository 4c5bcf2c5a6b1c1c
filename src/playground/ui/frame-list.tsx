import {
  type CSSProperties,
  type ReactNode,
  useSyncExternalStore,
} from 'react';
import { formatText, type Words } from '../words.ts';
import type { FrameLine } from './frames.ts';
import type { Log } from './log.ts';
import { LogView } from './log-view.tsx';
import { Payload } from './output.tsx';

/** All frames by time, each in the column of its client; one list on phones. */
export function FrameList({
  words,
  names,
  log,
}: {
  readonly words: Words;
  readonly names: readonly string[];
  readonly log: Log<FrameLine>;
}): ReactNode {
  const { lines } = useSyncExternalStore(log.subscribe, log.getSnapshot);
  // A removed client keeps its column while the log has a frame of it.
  const columns = [
    ...new Set([...names, ...lines.map(({ client }) => client)]),
  ];
  return (
    <LogView
      words={words}
      label={words.frames}
      log={log}
      style={{ '--clients': columns.length } as CSSProperties}
      head={
        <p className="playground__columns" aria-hidden="true">
          <span />
          {columns.map((name) => (
            <span key={name}>{name}</span>
          ))}
        </p>
      }
      clientOf={({ client }) => client}
      summaryOf={(line) => frameText(line, words)}
    >
      {(line, isPretty) => (
        <div
          className="playground__frame"
          data-from={'from' in line ? line.from : 'none'}
          style={
            { '--column': columns.indexOf(line.client) + 2 } as CSSProperties
          }
        >
          <span className="playground__client-name">{line.client} </span>
          <Frame line={line} words={words} isPretty={isPretty} />
        </div>
      )}
    </LogView>
  );
}

function Frame({
  line,
  words,
  isPretty,
}: {
  readonly line: FrameLine;
  readonly words: Words;
  readonly isPretty: boolean;
}): ReactNode {
  if ('event' in line) return eventText(line, words);
  const isSent = line.from === 'client';
  return (
    <>
      <span className="playground__kind">
        <span aria-hidden="true">{isSent ? '→' : '←'}</span>{' '}
        <span className="playground__visually-hidden">
          {isSent ? words.sent : words.received}{' '}
        </span>
        <span data-part="opcode">{line.opcode}</span> {line.size} B
      </span>{' '}
      <samp data-part="payload">
        <Payload
          text={line.opcode === 'close' ? closeText(line) : line.payload}
          words={words}
          isPretty={isPretty}
        />
      </samp>
    </>
  );
}

function frameText(line: FrameLine, words: Words): string {
  if ('event' in line) return `${line.client}: ${eventText(line, words)}`;
  const arrow = line.from === 'client' ? '→' : '←';
  const what = line.opcode === 'close' ? closeText(line) : line.payload;
  return `${line.client} ${arrow} ${line.opcode} ${line.size} B ${what}`.trimEnd();
}

function eventText(
  line: Extract<FrameLine, { readonly event: string }>,
  words: Words,
): string {
  return line.event === 'refused'
    ? formatText(words.refused, { status: line.status })
    : words[line.event];
}

function closeText({
  code,
  reason,
}: Extract<FrameLine, { readonly opcode: 'close' }>): string {
  return `${code ?? ''} ${reason}`.trim();
}
