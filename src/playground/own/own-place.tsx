import Link from '@docusaurus/Link';
import {
  type ComponentType,
  type ReactNode,
  useId,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import type { PanelProps } from '../face/open.tsx';
import type { PlaygroundData } from '../site/data.ts';
import type { LaterWords } from '../words.ts';
import { exampleOf, type Notice, noticeText } from './notice.ts';
import { ReadersServer } from './own-server.ts';

/** The panel for a server of the reader's own; it contacts what they type, when they press a button. */
export default function OwnPlace({
  Panel,
  data,
  words,
}: {
  readonly Panel: ComponentType<PanelProps>;
  readonly data: PlaygroundData;
  readonly words: LaterWords;
}): ReactNode {
  const { kind, url } = data;
  const [own] = useState(() => new ReadersServer(kind));
  const notice = useSyncExternalStore(own.subscribe, own.shown);
  const here = useMemo(
    () => ({ ...data, url: exampleOf(kind, url) }),
    [data, kind, url],
  );
  return (
    <>
      <p className="playground__about">{words['own.about']}</p>
      {kind === 'event-stream' && <EventNames own={own} words={words} />}
      <div role="status">
        {notice && <Said notice={notice} data={data} words={words} />}
      </div>
      <Panel data={here} server={() => undefined} started={1} own={own} />
    </>
  );
}

function Said({
  notice,
  data,
  words,
}: {
  readonly notice: Notice;
  readonly data: PlaygroundData;
  readonly words: LaterWords;
}): ReactNode {
  const link = {
    waiting: ['/symptoms#handshake', words['own.waitingLink']],
    silent: ['/symptoms#silent', data.words.silentLink],
  } as const;
  const [to, text] =
    notice.about === 'waiting' || notice.about === 'silent'
      ? link[notice.about]
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
  own,
  words,
}: {
  readonly own: ReadersServer;
  readonly words: LaterWords;
}): ReactNode {
  const id = useId();
  const [names, setNames] = useState('');
  return (
    <>
      <p className="playground__about">{words['own.eventSource']}</p>
      <div className="playground__url">
        <label htmlFor={id}>{words['own.names']}</label>
        <input
          id={id}
          value={names}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          onChange={({ target }) => {
            setNames(target.value);
            own.eventNames = target.value;
          }}
        />
      </div>
    </>
  );
}
