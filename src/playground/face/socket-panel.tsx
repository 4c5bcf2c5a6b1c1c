import Link from '@docusaurus/Link';
import {
  type ReactNode,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import { say } from '../words.ts';
import { answersAt } from './answers-at.ts';
import { ClientCard } from './client-card.tsx';
import { FrameList, frameText } from './frame-list.tsx';
import { Clients, mostClients } from './frames.ts';
import { News } from './news.tsx';
import type { PanelProps } from './open.tsx';
import { secondsText } from './pretty.ts';
import { Toolbar } from './toolbar.tsx';
import { UrlBox } from './url-box.tsx';

/** Several clients of a WebSocket handler, and the frames between them. */
export default function SocketPanel({
  data,
  server,
  started,
  own,
}: PanelProps): ReactNode {
  const { words } = data;
  const [clients] = useState(() => new Clients(() => own ?? server()));
  const all = useSyncExternalStore(clients.subscribe, clients.shown);
  const shown = useSyncExternalStore(clients.log.subscribe, clients.log.shown);
  const [path, setPath] = useState(data.url);
  const [isPretty, setPretty] = useState(false);

  // What a reader came for happens at once; a server that is started again, or is not in here, waits for them.
  useEffect(() => {
    if (started !== 1 || own) return;
    for (const { name } of clients.shown()) clients.connect(name, data.url);
  }, [clients, data.url, started, own]);

  const sockets = data.routes.filter(({ kind }) => kind === 'websocket');
  const wrong = all.find(
    (client) =>
      !own &&
      client.state === 'connected' &&
      client.path !== undefined &&
      !sockets.some(({ url }) => answersAt(url, client.path ?? '')),
  );
  const names = all.map(({ name }) => name);
  return (
    <>
      <UrlBox
        words={words}
        origin={own ? '' : 'ws://localhost:3000'}
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
            isOwn={own !== undefined}
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
            {say(words.silent, { path: wrong.path ?? '' })}{' '}
            <Link to="/symptoms#silent">{words.silentLink}</Link>
          </p>
        )}
      </div>
      <FrameList
        words={words}
        names={names}
        shown={shown}
        isPretty={isPretty}
      />
      <Toolbar
        words={words}
        log={clients.log}
        shown={shown}
        isPretty={isPretty}
        onPretty={setPretty}
        text={() =>
          shown.lines
            .map(
              (line) =>
                `${secondsText(line.seconds)}  ${frameText(line, words)}`,
            )
            .join('\n')
        }
      />
      <News
        words={words}
        shown={shown}
        textOf={(line) => frameText(line, words)}
      />
    </>
  );
}
