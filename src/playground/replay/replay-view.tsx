import {
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { PlaygroundServer } from '../host/start-server.ts';
import { type AllWords, say } from '../words.ts';
import type { Recording } from './recording.ts';
import { notPlayed, replay, type Verdict } from './replay.ts';
import type { Pair, Step } from './step.ts';

interface ViewProps {
  readonly words: AllWords;
  readonly recording: Recording;
  /** Starts a server that nobody else uses. */
  readonly fresh: () => Promise<PlaygroundServer>;
  /** Whether a reader has changed the code. */
  readonly isEdited: boolean;
}

/** Plays a recording once: what was recorded beside what happens now, and whether they agree. */
export default function ReplayView({
  words,
  recording,
  fresh,
  isEdited,
}: ViewProps): ReactNode {
  const [pairs, setPairs] = useState<readonly Pair[]>([]);
  const [verdict, setVerdict] = useState<Verdict>();
  // Once for each view: another replay is another view.
  const [first] = useState({ recording, fresh });
  useEffect(() => {
    let isOver = false;
    let server: PlaygroundServer | undefined;
    const run = async (): Promise<Verdict> => {
      server = await first.fresh();
      // The reader may have closed it meanwhile.
      if (isOver) server.stop();
      return replay(server, first.recording, (pair) => {
        if (!isOver) setPairs((before) => [...before, pair]);
      });
    };
    void run()
      .catch((): Verdict => ({ kind: 'stopped' }))
      .then((reached) => {
        if (!isOver) setVerdict(reached);
      });
    return () => {
      isOver = true;
      server?.stop();
    };
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
  words: AllWords,
): string {
  if (!verdict) return say(words['replay.running'], { name: recording.name });
  if (verdict.kind === 'stopped') return words['replay.stopped'];
  if (verdict.kind === 'differs') {
    return say(words['replay.differs'], { line: verdict.line });
  }
  const rest = notPlayed(recording);
  return [
    say(words['replay.agrees'], { count }),
    ...(rest > 0 ? [say(words['replay.rest'], { count: rest })] : []),
  ].join(' ');
}

function PairTable({
  words,
  pairs,
}: {
  readonly words: AllWords;
  readonly pairs: readonly Pair[];
}): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  // The last line is the one that differs, if any does.
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
                <span className="playground__said">
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
  readonly words: AllWords;
}): ReactNode {
  const isSent = from === 'client';
  return (
    <>
      <span className="playground__kind">
        {client} <span aria-hidden="true">{isSent ? '→' : '←'}</span>
        <span className="playground__said">
          {isSent ? words.sent : words.received}
        </span>
      </span>{' '}
      <samp>{text}</samp>
    </>
  );
}
