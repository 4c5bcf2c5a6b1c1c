import Link from '@docusaurus/Link';
import {
  type ComponentType,
  type ReactNode,
  useId,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import type { PanelProps } from '../ui/open.tsx';
import type { PlaygroundData } from '../build/data.ts';
import type { PartWords } from '../words.ts';
import { exampleOf, type Notice, noticeText } from './notice.ts';
import { ExternalServerClient } from './server-client.ts';

/** The panel for an external server, which it contacts only after a click. */
export default function ExternalServerPanel({
  Panel,
  data,
  words,
}: {
  readonly Panel: ComponentType<PanelProps>;
  readonly data: PlaygroundData;
  readonly words: PartWords<'external'>;
}): ReactNode {
  const { kind, url } = data;
  const [client] = useState(() => new ExternalServerClient(kind));
  const notice = useSyncExternalStore(client.subscribe, client.getSnapshot);
  const externalData = useMemo(
    () => ({ ...data, url: exampleOf(kind, url) }),
    [data, kind, url],
  );
  return (
    <>
      <p className="playground__about">{words['external.about']}</p>
      {kind === 'event-stream' && <EventNames client={client} words={words} />}
      <div role="status">
        {notice && <NoticeText notice={notice} data={data} words={words} />}
      </div>
      <Panel
        data={externalData}
        server={() => undefined}
        started={1}
        external={client}
      />
    </>
  );
}

function NoticeText({
  notice,
  data,
  words,
}: {
  readonly notice: Notice;
  readonly data: PlaygroundData;
  readonly words: PartWords<'external'>;
}): ReactNode {
  const { silent, handshake } = data.links;
  const [to, text] =
    notice.about === 'waiting'
      ? [handshake, words['external.waitingLink']]
      : notice.about === 'silent'
        ? [silent, data.words.silentLink]
        : [];
  return (
    <div className="playground__hint" data-about={aboutOf(notice)}>
      {noticeText(notice, data.kind, words).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {to !== undefined && <Link to={to}>{text}</Link>}
    </div>
  );
}

function aboutOf(notice: Notice): string {
  if (notice.about === 'reasons') return notice.reasons.join(' ');
  return notice.about === 'address' ? notice.problem : notice.about;
}

function EventNames({
  client,
  words,
}: {
  readonly client: ExternalServerClient;
  readonly words: PartWords<'external'>;
}): ReactNode {
  const id = useId();
  const [names, setNames] = useState('');
  return (
    <>
      <p className="playground__about">{words['external.eventSource']}</p>
      <div className="playground__url">
        <label htmlFor={id}>{words['external.names']}</label>
        <input
          id={id}
          value={names}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          onChange={({ target }) => {
            setNames(target.value);
            client.eventNames = target.value;
          }}
        />
      </div>
    </>
  );
}
