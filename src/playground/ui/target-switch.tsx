import { type ComponentType, type ReactNode, useState } from 'react';
import type { PlaygroundServer } from '../client/start-server.ts';
import type { PanelProps } from './open.tsx';
import { formatText } from '../words.ts';

/** Properties of the switch. */
export interface TargetSwitchProps extends PanelProps {
  readonly Panel: ComponentType<PanelProps>;
  /** Starts a separate server with the same code. */
  readonly startServerForReplay: (
    signal: AbortSignal,
  ) => Promise<PlaygroundServer>;
  readonly isEdited: boolean;
}

/** Switches the panel between the server in the page and an external one. */
export function TargetSwitch({
  Panel,
  startServerForReplay,
  isEdited,
  ...panel
}: TargetSwitchProps): ReactNode {
  const { data } = panel;
  const { words } = data;
  const [isExternal, setExternal] = useState(false);
  const [part, load] = useLazy(() =>
    Promise.all([
      import('../external-server/server-panel.tsx'),
      data.external(),
    ]),
  );
  const [{ default: ExternalServerPanel }, { default: texts }] =
    typeof part === 'object' ? part : unloaded;
  return (
    <>
      <div
        className="playground__toolbar"
        role="group"
        aria-label={words.where}
      >
        <button
          type="button"
          aria-pressed={!isExternal}
          onClick={() => setExternal(false)}
        >
          {words.inPage}
        </button>
        <button
          type="button"
          aria-pressed={isExternal}
          onClick={() => {
            setExternal(true);
            load();
          }}
        >
          {words.ownServer}
        </button>
        <span role="status">
          {isExternal && typeof part === 'string' && words[part]}
        </span>
      </div>
      <div className="playground__target" hidden={isExternal}>
        <Panel {...panel} />
        <Recorded
          data={data}
          startServerForReplay={startServerForReplay}
          isEdited={isEdited}
        />
      </div>
      {ExternalServerPanel && texts && (
        <div className="playground__target" hidden={!isExternal}>
          <ExternalServerPanel Panel={Panel} data={data} words={texts.words} />
        </div>
      )}
    </>
  );
}

const unloaded = [{ default: undefined }, { default: undefined }] as const;

/** Buttons that replay recordings of the tests. */
function Recorded({
  data,
  startServerForReplay,
  isEdited,
}: Pick<
  TargetSwitchProps,
  'data' | 'startServerForReplay' | 'isEdited'
>): ReactNode {
  const { words, recorded } = data;
  const [part, load] = useLazy(() =>
    Promise.all([import('../replay/replay-view.tsx'), data.replay()]),
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
              load();
            }}
          >
            {formatText(words.play, { name })}
          </button>
        ))}
        <span role="status">{typeof part === 'string' && words[part]}</span>
      </div>
      {typeof part === 'object' &&
        part[1].default.recordings
          .filter(({ name }) => name === played.name)
          .map((recording) => {
            const [{ default: ReplayView }, { default: replay }] = part;
            return (
              <ReplayView
                key={played.count}
                words={{ ...words, ...replay.words }}
                recording={recording}
                startServerForReplay={startServerForReplay}
                isEdited={isEdited}
              />
            );
          })}
    </>
  );
}

/**
 * Loads a part of the panel on demand.
 *
 * @param fetchPart called on the first request, and again after a failure
 * @returns the part or its state, and a function that requests it
 */
export function useLazy<Part extends object>(
  fetchPart: () => Promise<Part>,
): readonly [Part | 'loading' | 'failed' | undefined, () => void] {
  const [part, setPart] = useState<Part | 'loading' | 'failed'>();
  const load = () => {
    if (part !== undefined && part !== 'failed') return;
    setPart('loading');
    fetchPart().then(setPart, () => setPart('failed'));
  };
  return [part, load];
}
