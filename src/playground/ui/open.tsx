import { useBaseUrlUtils } from '@docusaurus/useBaseUrl';
import {
  type ComponentType,
  type ReactNode,
  useCallback,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { IncomingCode } from '../editor/shared-link.ts';
import {
  type ConsoleLine,
  type LoadPackage,
  type PlaygroundServer,
  startServer,
} from '../client/start-server.ts';
import { ServerSlot } from '../client/server-slot.ts';
import type { CompiledFile } from '../protocol.ts';
import type { PlaygroundData } from '../build/data.ts';
import { formatText } from '../words.ts';
import { ConsoleLines, type UnsupportedHints } from './output.tsx';
import { TargetSwitch, useLazy } from './target-switch.tsx';
import { Log } from './log.ts';
import type { ExternalServer } from './target.ts';

/** Properties of an open playground. */
export interface OpenProps {
  /** The panel for the kind of handler. */
  readonly Panel: ComponentType<PanelProps>;
  readonly data: PlaygroundData;
  /** The source of the worker. */
  readonly runtime: string;
  readonly packages: Readonly<Record<string, LoadPackage>> | undefined;
  /** The path of the handler from the folder of the apps. */
  readonly of: string;
  /** Code from the URL of the page. */
  readonly incoming: IncomingCode | undefined;
  readonly onClose: () => void;
}

/** Properties of each kind of panel. */
export interface PanelProps extends UnsupportedHints {
  readonly data: PlaygroundData;
  /** Returns the current server. */
  readonly server: () => PlaygroundServer | undefined;
  /** The number of servers started so far; 0 while none runs. */
  readonly started: number;
  /** An external server, for which URLs are complete. */
  readonly external?: ExternalServer;
}

/** A server in the page with its clients. */
export default function OpenPlayground({
  Panel,
  data,
  runtime,
  packages,
  of,
  incoming,
  onClose,
}: OpenProps): ReactNode {
  const { words } = data;
  const { withBaseUrl } = useBaseUrlUtils();
  const sandboxUrl = withBaseUrl(data.sandbox);
  const heading = useRef<HTMLParagraphElement>(null);
  const [consoleLog] = useState(() => new Log<ConsoleLine>());
  const [slot] = useState(
    () =>
      new ServerSlot({
        runtime,
        sandboxUrl,
        ...(packages && { packages }),
        onConsole: (line) => consoleLog.add(line),
      }),
  );
  const { server, crash, started, unsupported } = useSyncExternalStore(
    slot.subscribe,
    slot.getSnapshot,
  );
  const [later, loadDetails] = useLazy(data.later);
  const detailWords =
    typeof later === 'object' ? later.default.words : undefined;
  const [files, setFiles] = useState(data.files);
  const [isEditing, setEditing] = useState(false);
  const [parts, loadEditor] = useLazy(() =>
    Promise.all([import('../editor/editor.tsx'), data.edit()]),
  );
  const [editor, editData] =
    typeof parts === 'object' && isEditing ? parts : [];
  const editWords =
    typeof parts === 'object' ? parts[1].default.words : undefined;
  const title = useId();

  const startServerForReplay = useCallback(
    (signal: AbortSignal) =>
      startServer({
        files,
        runtime,
        sandboxUrl,
        signal,
        ...(packages && { packages }),
      }),
    [files, runtime, packages, sandboxUrl],
  );

  const run = (files: readonly CompiledFile[]) => {
    setFiles(files);
    void slot.start(files);
  };

  const edit = () => {
    setEditing(true);
    loadEditor();
  };
  const onIncoming = useEffectEvent(edit);
  useEffect(() => {
    if (incoming) onIncoming();
  }, [incoming]);

  const onOpen = useEffectEvent(() => {
    // Code from the URL waits for the reader.
    if (!incoming) run(data.files);
  });
  useEffect(() => {
    onOpen();
    // The button that had the focus was removed.
    heading.current?.focus({ preventScroll: true });
    return () => slot.close();
  }, [slot]);

  // Offline, only the name of the reason is shown.
  const isCrashed = crash !== undefined;
  const onCrash = useEffectEvent(loadDetails);
  useEffect(() => {
    if (isCrashed) onCrash();
  }, [isCrashed]);

  return (
    <section
      className="playground"
      aria-labelledby={title}
      data-playground={of}
      data-pagefind-ignore
    >
      <header className="playground__head">
        <p className="playground__title" id={title} ref={heading} tabIndex={-1}>
          {words.title}: <code>{data.path}</code>
        </p>
        <div className="playground__buttons">
          {!editor && (
            <>
              <button type="button" onClick={edit}>
                {words.edit}
              </button>
              <button type="button" onClick={() => run(data.files)}>
                {words.restart}
              </button>
            </>
          )}
          <button type="button" onClick={onClose} aria-label={words.close}>
            <span aria-hidden="true">×</span>
          </button>
        </div>
      </header>
      <p className="playground__about">
        {formatText(words.about, {
          h3: data.versions['h3'] ?? '',
          crossws: data.versions['crossws'] ?? '',
        })}
      </p>
      {isEditing && typeof parts === 'string' && (
        <p role="status">{words[parts]}</p>
      )}
      {editor && editData && heading.current && (
        <editor.default
          data={editData.default}
          near={heading.current}
          incoming={incoming}
          failed={words.failed}
          onRun={(edited) =>
            run(
              edited.length === 0
                ? data.files
                : data.files.map(
                    (file) =>
                      edited.find(({ path }) => path === file.path) ?? file,
                  ),
            )
          }
          onDone={() => {
            setEditing(false);
            heading.current?.focus({ preventScroll: true });
            run(data.files);
          }}
        />
      )}
      {crash !== undefined && (
        <p className="playground__crash" role="alert">
          {detailWords?.[`crash.${crash}`] ?? crash}
        </p>
      )}
      <TargetSwitch
        Panel={Panel}
        data={data}
        server={slot.server}
        started={server ? started : 0}
        unsupported={unsupported}
        explain={(name) => editWords?.[`edit.unsupported.${name}`]}
        startServerForReplay={startServerForReplay}
        isEdited={files !== data.files}
      />
      <ConsoleLines words={words} log={consoleLog} />
      <details className="playground__differences" onToggle={loadDetails}>
        <summary>{words.differences}</summary>
        {detailWords ? (
          <ul>
            <li>{detailWords['differences.plugins']}</li>
            <li>{detailWords['differences.page']}</li>
            <li>{detailWords['differences.node']}</li>
          </ul>
        ) : (
          <p>{typeof later === 'string' && words[later]}</p>
        )}
      </details>
    </section>
  );
}
