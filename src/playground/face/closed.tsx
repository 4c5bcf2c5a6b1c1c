import useBaseUrl from '@docusaurus/useBaseUrl';
import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import type { Arrival } from '../editor/arrival.ts';
import type { LoadPackage } from '../host/start-server.ts';
import type {
  HandlerKind,
  LoadPlayground,
  PlaygroundData,
} from '../site/data.ts';
import type { OpenProps, PanelProps } from './open.tsx';

/** What the page's plugin hands over. */
interface ClosedProps {
  /** The handler, from `examples/`. */
  readonly of: string;
  readonly kind: HandlerKind;
  /** Where the worker's text is, below the base URL. */
  readonly runtime: string;
  readonly open: string;
  readonly loading: string;
  readonly failed: string;
  readonly load: LoadPlayground;
  /** What its handlers import besides h3 and crossws. */
  readonly packages?: Readonly<Record<string, LoadPackage>>;
}

interface Loaded {
  readonly Panel: ComponentType<PanelProps>;
  readonly Open: ComponentType<OpenProps>;
  readonly data: PlaygroundData;
  readonly runtime: string;
}

const panels = {
  websocket: () => import('./socket-panel.tsx'),
  'event-stream': () => import('./stream-panel.tsx'),
  http: () => import('./request-panel.tsx'),
};

/** A button; all else is fetched when somebody presses it. */
export default function ClosedPlayground({
  of,
  kind,
  runtime: path,
  open,
  loading,
  failed,
  load,
  packages,
}: ClosedProps): ReactNode {
  const [state, setState] = useState<'closed' | 'loading' | 'failed' | Loaded>(
    'closed',
  );

  const [arrival, setArrival] = useState<Arrival>();
  const runtimeUrl = useBaseUrl(path);
  const start = () => {
    setState('loading');
    Promise.all([
      import('./open.tsx'),
      panels[kind](),
      load(),
      textAt(runtimeUrl),
    ]).then(
      ([{ default: Open }, { default: Panel }, { default: data }, runtime]) => {
        setState({ Open, Panel, data, runtime });
      },
      () => {
        setState('failed');
      },
    );
  };

  // The address can bring code. It is shown, and runs when the reader says so.
  useEffect(() => {
    const look = () => {
      if (!location.hash.startsWith('#edit=')) return;
      import('../editor/arrival.ts')
        .then(({ arrivalFor }) => arrivalFor(location.hash, of))
        .then(
          (came) => came && setArrival(came),
          () => setState((now) => (now === 'closed' ? 'failed' : now)),
        );
    };
    look();
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, [of]);
  useEffect(() => {
    if (arrival && (state === 'closed' || state === 'failed')) start();
  }, [arrival]);

  if (typeof state === 'object') {
    const { Open, Panel, data, runtime } = state;
    return (
      <Open
        Panel={Panel}
        data={data}
        runtime={runtime}
        packages={packages}
        of={of}
        arrival={arrival}
        onClose={() => {
          setArrival(undefined);
          setState('closed');
        }}
      />
    );
  }
  return (
    <p className="playground-closed" data-playground={of} data-pagefind-ignore>
      <noscript>
        <style>{'.playground-closed { display: none }'}</style>
      </noscript>
      <button
        type="button"
        className="button button--secondary button--sm"
        onClick={start}
        disabled={state === 'loading'}
      >
        {open}
      </button>{' '}
      <span role="status">
        {state === 'loading' && loading}
        {state === 'failed' && failed}
      </span>
    </p>
  );
}

async function textAt(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.text();
}
