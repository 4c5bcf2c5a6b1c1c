import { useBaseUrlUtils } from '@docusaurus/useBaseUrl';
import {
  type ComponentType,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import type { Arrival } from '../editor/arrival.ts';
import {
  type ConsoleLine,
  type Crash,
  CrashError,
  type LoadPackage,
  type PlaygroundServer,
  startServer,
} from '../host/start-server.ts';
import { openFrame, type SandboxFrame } from '../host/sandbox.ts';
import type { CompiledFile } from '../protocol.ts';
import type { PlaygroundData } from '../site/data.ts';
import { say } from '../words.ts';
import { ConsoleLines } from './console-lines.tsx';
import { useLaterPart } from './later-part.ts';
import { Log } from './log.ts';
import { Place } from './place.tsx';
import type { OwnServer } from './target.ts';

/** What an open playground is made of. */
export interface OpenProps {
  /** What fits the kind of the handler. */
  readonly Panel: ComponentType<PanelProps>;
  readonly data: PlaygroundData;
  /** The text of the worker. */
  readonly runtime: string;
  readonly packages: Readonly<Record<string, LoadPackage>> | undefined;
  /** The handler, from `examples/`. */
  readonly of: string;
  /** Code that came with the address of the page. */
  readonly arrival: Arrival | undefined;
  readonly onClose: () => void;
}

/** What each kind of panel gets. */
export interface PanelProps {
  readonly data: PlaygroundData;
  /** The server that runs now. */
  readonly server: () => PlaygroundServer | undefined;
  /** Counts the servers that were started; 0 while none runs. */
  readonly started: number;
  /** A reader's own server, in place of the one in the page; addresses are whole then. */
  readonly own?: OwnServer;
}

/** A server in the page, with what reaches it. */
export default function OpenPlayground({
  Panel,
  data,
  runtime,
  packages,
  of,
  arrival,
  onClose,
}: OpenProps): ReactNode {
  const { words } = data;
  const { withBaseUrl } = useBaseUrlUtils();
  const sandboxUrl = withBaseUrl(data.sandbox);
  const heading = useRef<HTMLParagraphElement>(null);
  const frame = useRef<SandboxFrame>(undefined);
  const current = useRef<PlaygroundServer>(undefined);
  const server = useCallback(() => current.current, []);
  const [printed] = useState(() => new Log<ConsoleLine>());
  const [started, setStarted] = useState(0);
  const [isRunning, setRunning] = useState(false);
  const [crash, setCrash] = useState<Crash>();
  const [later, askLater] = useLaterPart(data.later);
  const laterWords =
    typeof later === 'object' ? later.default.words : undefined;
  const [files, setFiles] = useState(data.files);
  const [isEditing, setEditing] = useState(false);
  const [parts, askEditor] = useLaterPart(() =>
    Promise.all([import('../editor/editor.tsx'), data.edit()]),
  );
  const [editor, own] = typeof parts === 'object' && isEditing ? parts : [];
  const title = useId();

  const fresh = useCallback(
    () =>
      startServer({
        files,
        runtime,
        sandboxUrl,
        ...(packages && { packages }),
      }),
    [files, runtime, packages, sandboxUrl],
  );

  const run = useCallback(
    async (files: readonly CompiledFile[]) => {
      setFiles(files);
      current.current?.stop();
      current.current = undefined;
      setRunning(false);
      setCrash(undefined);
      frame.current ??= openFrame(sandboxUrl);
      const own = frame.current;
      try {
        const next = await startServer({
          files,
          runtime,
          frame: own,
          ...(packages && { packages }),
        });
        // The reader may have closed the playground meanwhile.
        if (frame.current !== own) {
          next.stop();
          return;
        }
        current.current = next;
        next.onConsole((line) => printed.add(line));
        next.onCrash((reason) => {
          setRunning(false);
          setCrash(reason);
        });
        setStarted((count) => count + 1);
        setRunning(true);
      } catch (error) {
        if (!(error instanceof CrashError)) throw error;
        setCrash(error.crash);
      }
    },
    [runtime, packages, sandboxUrl, printed],
  );

  const edit = () => {
    setEditing(true);
    askEditor();
  };
  useEffect(() => {
    if (arrival) edit();
  }, [arrival]);

  useEffect(() => {
    // What came with the address waits for the reader.
    if (!arrival) void run(data.files);
    // The button that had the focus is gone.
    heading.current?.focus({ preventScroll: true });
    return () => {
      current.current?.stop();
      current.current = undefined;
      frame.current?.remove();
      frame.current = undefined;
    };
  }, [run]);

  // Offline nothing more can be fetched: the English text is there.
  useEffect(() => {
    if (crash) askLater();
  }, [crash]);

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
              <button type="button" onClick={() => void run(data.files)}>
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
        {say(words.about, {
          h3: data.versions['h3'] ?? '',
          crossws: data.versions['crossws'] ?? '',
        })}
      </p>
      {isEditing && typeof parts === 'string' && (
        <p role="status">{words[parts]}</p>
      )}
      {editor && own && heading.current && (
        <editor.default
          data={own.default}
          near={heading.current}
          arrival={arrival}
          failed={words.failed}
          onRun={(edited) =>
            void run(
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
            void run(data.files);
          }}
        />
      )}
      {crash !== undefined && (
        <p className="playground__crash" role="alert">
          {laterWords?.[`crash.${crash.reason}`] ?? crash.message}
        </p>
      )}
      <Place
        Panel={Panel}
        data={data}
        server={server}
        started={isRunning ? started : 0}
        fresh={fresh}
        isEdited={files !== data.files}
      />
      <ConsoleLines words={words} log={printed} />
      <details className="playground__differs" onToggle={askLater}>
        <summary>{words.differs}</summary>
        {laterWords ? (
          <ul>
            <li>{laterWords['differs.plugins']}</li>
            <li>{laterWords['differs.page']}</li>
            <li>{laterWords['differs.node']}</li>
          </ul>
        ) : (
          <p>{typeof later === 'string' && words[later]}</p>
        )}
      </details>
    </section>
  );
}
