import { type CSSProperties, type ReactNode } from 'react';
import { say, type Words } from '../words.ts';
import type { FrameLine } from './frames.ts';
import type { Shown } from './log.ts';
import { LogBox } from './log-box.tsx';
import { prettyJson } from './pretty.ts';

/** All frames on one time line, those of a client in its column; on a phone below each other. */
export function FrameList({
  words,
  names,
  shown,
  isPretty,
}: {
  readonly words: Words;
  readonly names: readonly string[];
  readonly shown: Shown<FrameLine>;
  readonly isPretty: boolean;
}): ReactNode {
  // Who is gone keeps a column as long as a frame is there.
  const columns = [
    ...new Set([...names, ...shown.lines.map(({ client }) => client)]),
  ];
  const style = { '--clients': columns.length } as CSSProperties;
  return (
    <LogBox
      words={words}
      label={words.frames}
      shown={shown}
      style={style}
      clientOf={({ client }) => client}
      head={
        <p className="playground__columns" aria-hidden="true">
          <span />
          {columns.map((name) => (
            <span key={name}>{name}</span>
          ))}
        </p>
      }
    >
      {(line) => (
        <div
          className="playground__frame"
          data-from={'from' in line ? line.from : 'nobody'}
          style={
            { '--column': columns.indexOf(line.client) + 2 } as CSSProperties
          }
        >
          <span className="playground__who">{line.client} </span>
          <Frame line={line} words={words} isPretty={isPretty} />
        </div>
      )}
    </LogBox>
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
        <span className="playground__said">
          {isSent ? words.sent : words.received}{' '}
        </span>
        <span data-part="opcode">{line.opcode}</span> {line.size} B
      </span>{' '}
      <samp data-part="payload">
        {line.opcode === 'close'
          ? closeText(line)
          : prettyJson(line.payload, isPretty)}
      </samp>
    </>
  );
}

/**
 * A line for the clipboard and for a screen reader.
 *
 * @param words of the page's language
 */
export function frameText(line: FrameLine, words: Words): string {
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
    ? say(words.refused, { status: line.status })
    : words[line.event];
}

function closeText({
  code,
  reason,
}: Extract<FrameLine, { readonly opcode: 'close' }>): string {
  return `${code ?? ''} ${reason}`.trim();
}
