import Link from '@docusaurus/Link';
import {
  type ReactNode,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import { formatText } from '../words.ts';
import { matchesRoute } from '../runtime/route-of.ts';
import { ClientCard } from './client-card.tsx';
import { FrameList } from './frame-list.tsx';
import { Clients, mostClients } from './frames.ts';
import { Hints } from './output.tsx';
import type { PanelProps } from './open.tsx';
import { UrlBox } from './form-fields.tsx';

/** Several clients of a WebSocket handler, and the frames between them. */
export default function SocketPanel({
  data,
  server,
  started,
  external,
  ...explained
}: PanelProps): ReactNode {
  const { words } = data;
  const [clients] = useState(() => new Clients(() => external ?? server()));
  const all = useSyncExternalStore(clients.subscribe, clients.getSnapshot);
  const [path, setPath] = useState(data.url);

  // Connects immediately after the first start; later servers, and external ones, wait for the reader.
  useEffect(() => {
    if (started !== 1 || external) return;
    for (const { name } of clients.getSnapshot())
      clients.connect(name, data.url);
  }, [clients, data.url, started, external]);

  const sockets = data.routes.filter(({ kind }) => kind === 'websocket');
  const wrong = all.find(
    (client) =>
      !external &&
      client.state === 'connected' &&
      client.path !== undefined &&
      !sockets.some(({ url }) => matchesRoute(url, client.path ?? '')),
  );
  const names = all.map(({ name }) => name);
  return (
    <>
      <UrlBox
        words={words}
        origin={external ? '' : 'ws://localhost:3000'}
        path={path}
        onChange={setPath}
      />
      <div className="playground__clients">
        {all.map((client) => (
          <ClientCard
            key={client.name}
            client={client}
            clients={clients}
            words={words}
            presets={data.presets}
            isReady={started > 0}
            isExternal={external !== undefined}
            path={path}
          />
        ))}
      </div>
      <button
        type="button"
        disabled={all.length >= mostClients}
        onClick={() => clients.add()}
      >
        {words.addClient}
      </button>
      <div role="status">
        {wrong && (
          <p className="playground__hint">
            {formatText(words.silent, { path: wrong.path ?? '' })}{' '}
            {data.links.silent !== undefined && (
              <Link to={data.links.silent}>{words.silentLink}</Link>
            )}
          </p>
        )}
        <Hints {...explained} />
      </div>
      <FrameList words={words} names={names} log={clients.log} />
    </>
  );
}
