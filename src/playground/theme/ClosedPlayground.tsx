import useBaseUrl from '@docusaurus/useBaseUrl';
import {
  type ComponentType,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useState,
} from 'react';
import type { IncomingCode } from '../editor/shared-link.ts';
import type { LoadPackage } from '../client/start-server.ts';
import type {
  HandlerKind,
  LoadPlayground,
  PlaygroundData,
} from '../build/data.ts';
import type { OpenProps, PanelProps } from '../ui/open.tsx';

/** Properties that the remark plugin sets. */
interface ClosedProps {
  /** The path of the handler from the folder of the apps. */
  readonly of: string;
  readonly kind: HandlerKind;
  /** Path of the worker's source below the base URL. */
  readonly runtime: string;
  readonly open: string;
  readonly loading: string;
  readonly failed: string;
  readonly load: LoadPlayground;
  /** Files that are fetched after the start: packages and other routes. */
  readonly packages?: Readonly<Record<string, LoadPackage>>;
}

interface Loaded {
  readonly Panel: ComponentType<PanelProps>;
  readonly Open: ComponentType<OpenProps>;
  readonly data: PlaygroundData;
  readonly runtime: string;
}

const panels = {
  websocket: () => import('../ui/socket-panel.tsx'),
  'event-stream': () => import('../ui/stream-panel.tsx'),
  http: () => import('../ui/request-panel.tsx'),
};

/** A button that fetches and opens the playground. */
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

  const [incoming, setIncoming] = useState<IncomingCode>();
  const runtimeUrl = useBaseUrl(path);
  const start = () => {
    setState('loading');
    Promise.all([
      import('../ui/open.tsx'),
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

  // Code from the URL is shown, but only runs on the reader's command.
  useEffect(() => {
    const readLink = () => {
      if (!location.hash.startsWith('#edit=')) return;
      import('../editor/shared-link.ts')
        .then(({ readIncomingCode }) => readIncomingCode(location.hash, of))
        .then(
          (came) => came && setIncoming(came),
          () => setState((now) => (now === 'closed' ? 'failed' : now)),
        );
    };
    readLink();
    addEventListener('hashchange', readLink);
    return () => removeEventListener('hashchange', readLink);
  }, [of]);
  const onIncoming = useEffectEvent(() => {
    if (state === 'closed' || state === 'failed') start();
  });
  useEffect(() => {
    if (incoming) onIncoming();
  }, [incoming]);

  if (typeof state === 'object') {
    const { Open, Panel, data, runtime } = state;
    return (
      <Open
        Panel={Panel}
        data={data}
        runtime={runtime}
        packages={packages}
        of={of}
        incoming={incoming}
        onClose={() => {
          setIncoming(undefined);
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
