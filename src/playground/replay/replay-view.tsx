import {
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { Payload } from '../ui/output.tsx';
import type { PlaygroundServer } from '../client/start-server.ts';
import { type PartWords, formatText, type Words } from '../words.ts';
import type { Pair, Recording, Step } from './recording.ts';
import { unplayedCount, replay, type Verdict } from './replay.ts';

type ReplayWords = Words & PartWords<'replay'>;

interface ViewProps {
  readonly words: ReplayWords;
  readonly recording: Recording;
  /** Starts a server for this replay alone. */
  readonly startServerForReplay: (
    signal: AbortSignal,
  ) => Promise<PlaygroundServer>;
  /** Whether a reader has changed the code. */
  readonly isEdited: boolean;
}

/** Replays a recording once, next to its recorded lines. */
export default function ReplayView({
  words,
  recording,
  startServerForReplay,
  isEdited,
}: ViewProps): ReactNode {
  const [pairs, setPairs] = useState<readonly Pair[]>([]);
  const [verdict, setVerdict] = useState<Verdict>();
  // Each replay is a new component.
  const [first] = useState({ recording, startServerForReplay });
  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    const run = async (): Promise<Verdict> =>
      replay(
        await first.startServerForReplay(signal),
        first.recording,
        (pair) => {
          if (!signal.aborted) setPairs((before) => [...before, pair]);
        },
      );
    void run()
      .catch((): Verdict => ({ kind: 'stopped' }))
      .then((reached) => {
        if (!signal.aborted) setVerdict(reached);
      });
    return () => ending.abort();
  }, [first]);
  return (
    <section
      className="playground__replay"
      aria-label={`${words.recorded}: ${recording.name}`}
    >
      <p role="status" data-verdict={verdict?.kind ?? 'running'}>
        {verdictText(verdict, pairs.length, recording, words)}
        {verdict?.kind === 'differs' && isEdited && (
          <> {words['replay.edited']}</>
        )}
      </p>
      <PairTable words={words} pairs={pairs} />
    </section>
  );
}

function verdictText(
  verdict: Verdict | undefined,
  count: number,
  recording: Recording,
  words: ReplayWords,
): string {
  if (!verdict)
    return formatText(words['replay.running'], { name: recording.name });
  if (verdict.kind === 'stopped') return words['replay.stopped'];
  if (verdict.kind === 'differs') {
    return formatText(words['replay.differs'], { line: verdict.line });
  }
  const rest = unplayedCount(recording);
  return [
    formatText(words['replay.agrees'], { count }),
    ...(rest > 0 ? [formatText(words['replay.rest'], { count: rest })] : []),
  ].join(' ');
}

function PairTable({
  words,
  pairs,
}: {
  readonly words: ReplayWords;
  readonly pairs: readonly Pair[];
}): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  // The last line is the one that differs.
  useLayoutEffect(() => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [pairs]);
  return (
    <div
      ref={box}
      className="playground__pairs"
      role="group"
      tabIndex={0}
      aria-label={words.frames}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{words['replay.line']}</th>
            <th scope="col">{words.recorded}</th>
            <th scope="col">{words['replay.live']}</th>
          </tr>
        </thead>
        <tbody>
          {pairs.map(({ recorded, live, agrees }, index) => (
            <tr key={index} data-agrees={agrees}>
              <th scope="row">
                {index + 1}{' '}
                <span className="playground__visually-hidden">
                  {agrees ? words['replay.same'] : words['replay.different']}
                </span>
                <span aria-hidden="true">{agrees ? '=' : '≠'}</span>
              </th>
              <td>
                {recorded ? (
                  <Line step={recorded} words={words} />
                ) : (
                  words['replay.notRecorded']
                )}
              </td>
              <td>
                {typeof live === 'string' ? (
                  words[`replay.${live}`]
                ) : (
                  <Line step={live} words={words} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({
  step: { client, from, text },
  words,
}: {
  readonly step: Step;
  readonly words: ReplayWords;
}): ReactNode {
  const isSent = from === 'client';
  return (
    <>
      <span className="playground__kind">
        {client} <span aria-hidden="true">{isSent ? '→' : '←'}</span>
        <span className="playground__visually-hidden">
          {isSent ? words.sent : words.received}
        </span>
      </span>{' '}
      <samp>
        <Payload text={text} words={words} />
      </samp>
    </>
  );
}
