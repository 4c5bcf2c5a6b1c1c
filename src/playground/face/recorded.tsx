import { type ReactNode, useState } from 'react';
import { say } from '../words.ts';
import { useLaterPart } from './later-part.ts';
import type { PlaceProps } from './place.tsx';

/** Buttons that play what tests recorded beside a live run; nothing where they recorded nothing. */
export function Recorded({
  data,
  fresh,
  isEdited,
}: Pick<PlaceProps, 'data' | 'fresh' | 'isEdited'>): ReactNode {
  const { words, recorded } = data;
  const [part, ask] = useLaterPart(() =>
    Promise.all([import('../replay/replay-view.tsx'), data.later()]),
  );
  const [played, setPlayed] = useState({ name: '', count: 0 });
  if (recorded.length === 0) return null;
  return (
    <>
      <div className="playground__toolbar">
        <span className="playground__label">{words.recorded}</span>
        {recorded.map((name) => (
          <button
            key={name}
            type="button"
            onClick={() => {
              setPlayed({ name, count: played.count + 1 });
              ask();
            }}
          >
            {say(words.play, { name })}
          </button>
        ))}
        <span role="status">{typeof part === 'string' && words[part]}</span>
      </div>
      {typeof part === 'object' &&
        part[1].default.recordings
          .filter(({ name }) => name === played.name)
          .map((recording) => {
            const [{ default: ReplayView }, { default: later }] = part;
            return (
              <ReplayView
                key={played.count}
                words={{ ...words, ...later.words }}
                recording={recording}
                fresh={fresh}
                isEdited={isEdited}
              />
            );
          })}
    </>
  );
}
