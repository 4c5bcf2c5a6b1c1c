import { type ComponentType, type ReactNode, useState } from 'react';
import type { PlaygroundServer } from '../host/start-server.ts';
import { useLaterPart } from './later-part.ts';
import type { PanelProps } from './open.tsx';
import { Recorded } from './recorded.tsx';

/** What a panel is put into. */
export interface PlaceProps extends PanelProps {
  readonly Panel: ComponentType<PanelProps>;
  /** Starts one more server of the same code, which nobody else uses. */
  readonly fresh: () => Promise<PlaygroundServer>;
  readonly isEdited: boolean;
}

/** The panel, for the server in the page or for one of the reader's own. */
export function Place({
  Panel,
  data,
  server,
  started,
  fresh,
  isEdited,
}: PlaceProps): ReactNode {
  const { words } = data;
  const [isOwn, setOwn] = useState(false);
  const [part, ask] = useLaterPart(() =>
    Promise.all([import('../own/own-place.tsx'), data.later()]),
  );
  const [{ default: OwnPlace }, { default: later }] =
    typeof part === 'object' ? part : nothing;
  return (
    <>
      <div
        className="playground__toolbar"
        role="group"
        aria-label={words.where}
      >
        <button
          type="button"
          aria-pressed={!isOwn}
          onClick={() => setOwn(false)}
        >
          {words.here}
        </button>
        <button
          type="button"
          aria-pressed={isOwn}
          onClick={() => {
            setOwn(true);
            ask();
          }}
        >
          {words.there}
        </button>
        <span role="status">
          {isOwn && typeof part === 'string' && words[part]}
        </span>
      </div>
      <div className="playground__place" hidden={isOwn}>
        <Panel data={data} server={server} started={started} />
        <Recorded data={data} fresh={fresh} isEdited={isEdited} />
      </div>
      {OwnPlace && later && (
        <div className="playground__place" hidden={!isOwn}>
          <OwnPlace Panel={Panel} data={data} words={later.words} />
        </div>
      )}
    </>
  );
}

const nothing = [{ default: undefined }, { default: undefined }] as const;
