import useBaseUrl from '@docusaurus/useBaseUrl';
import {
  type ReactNode,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
} from 'react';
import { createPortal } from 'react-dom';
import type { CompiledFile } from '../protocol.ts';
import type { IncomingCode } from './shared-link.ts';
import { Bar, KeptNotice, Notice, Problems } from './controls.tsx';
import { useCodeBlock } from './code-block.ts';
import { useCheck } from './check.ts';
import { CodeArea, write } from './code-area.tsx';
import { CodeWorker, type Problem } from './code-worker.ts';
import { useCode } from './code.ts';
import { copyLink } from './copy-link.ts';
import type { EditData } from '../build/data.ts';
import { Files } from './files.tsx';
import { offsetOf } from './keys.ts';

/** Properties of the editor. */
export interface EditorProps {
  readonly data: EditData;
  /** An element of the playground: the code above it becomes the editor. */
  readonly near: Element;
  /** Code from the URL of the page. */
  readonly incoming: IncomingCode | undefined;
  /** Status when the compiler can't be fetched. */
  readonly failed: string;
  /** Runs the files that differ from the original. */
  readonly onRun: (edited: readonly CompiledFile[]) => void;
  readonly onDone: () => void;
}

/** Edits the code of the page in its place, and runs it. */
export default function Editor({
  data,
  near,
  incoming,
  failed,
  onRun,
  onDone,
}: EditorProps): ReactNode {
  const { words, sources } = data;
  const code = useCode(data, incoming);
  const { files } = code;
  const workerUrl = useBaseUrl(data.worker);
  const [worker] = useState(() => new CodeWorker(workerUrl));
  useEffect(() => {
    worker.load();
    return () => worker.end();
  }, [worker]);
  const { problems, check, forget } = useCheck(files, worker);
  const place = useCodeBlock(near, sources[0]?.text ?? '');
  const areas = useRef<(HTMLTextAreaElement | null)[]>([]);
  const [active, setActive] = useState(0);
  const [status, setStatus] = useState('');
  const id = useId();
  const focus = () => areas.current[active]?.focus({ preventScroll: true });

  const isSupported = place !== undefined;
  const onMount = useEffectEvent(() => {
    // The notice has the focus if the code comes from a link.
    if (!code.isForeign) focus();
  });
  useEffect(() => {
    if (isSupported) onMount();
  }, [isSupported]);

  /** Counts actions, so that code that was replaced while it compiled isn't run. */
  const turn = useRef(0);
  useEffect(() => () => void (turn.current += 1), []);
  const run = async () => {
    setStatus('');
    turn.current += 1;
    const started = turn.current;
    const compiled = await check();
    if (started !== turn.current) return;
    if (!compiled) setStatus(failed);
    else if ('problems' in compiled) {
      setActive(indexOf(compiled.problems[0]));
    } else {
      // The notice that has the focus is removed.
      if (code.isForeign) focus();
      code.accept();
      onRun(compiled.files.filter((_, index) => code.changed[index]));
      setStatus(words['edit.runs']);
    }
  };
  const runNow = () => void run();
  const indexOf = (problem: Problem | undefined) =>
    Math.max(
      files.findIndex(({ path }) => path === problem?.path),
      0,
    );
  const go = (problem: Problem) => {
    const index = indexOf(problem);
    setActive(index);
    // Only a rendered element can be focused.
    requestAnimationFrame(() => {
      const area = areas.current[index];
      if (!area) return;
      const at = offsetOf(area.value, problem.line, problem.column);
      area.setSelectionRange(at, at);
      area.focus();
    });
  };
  const reset = () => {
    turn.current += 1;
    const area = areas.current[active];
    const insert = sources[active]?.text ?? '';
    // Inserted like typed text, so that it can be undone.
    if (area) {
      const then = { start: 0, end: 0 };
      write(area, { from: 0, to: area.value.length, insert, then });
    }
    code.reset();
    forget();
    setStatus(words['edit.isReset']);
  };

  const goBack = () => {
    focus();
    turn.current += 1;
    code.bringBack();
    forget();
  };
  const shown = place && (
    <>
      {code.isForeign ? (
        <Notice
          words={words}
          isKept={code.isKept}
          onRun={runNow}
          onBack={goBack}
        />
      ) : (
        code.isKept && <KeptNotice words={words} onBack={goBack} />
      )}
      <Files
        style={place.style}
        words={words}
        files={files}
        changed={code.changed}
        active={active}
        onActive={setActive}
      >
        {(index) => (
          <CodeArea
            style={place.style}
            path={files[index]?.path ?? ''}
            text={files[index]?.text ?? ''}
            parts={index === 0 ? place.style.parts : undefined}
            isShown={index === active}
            worker={worker}
            // Highlighted lines belong to the file on the page.
            isMarked={index === 0 && !code.changed[0]}
            errorLines={problems
              .filter(({ path }) => path === files[index]?.path)
              .map(({ line }) => line)}
            describedBy={`${id}hint ${id}problems`}
            onChange={(text) => {
              code.change(index, text);
              setStatus('');
            }}
            onRun={runNow}
            area={(element) => {
              areas.current[index] = element;
            }}
          />
        )}
      </Files>
    </>
  );
  return (
    <>
      {place &&
        (place.container ? (
          createPortal(shown, place.container)
        ) : (
          <div className="playground-edit playground-edit--separate">
            <p className="playground__label">{words['edit.whole']}</p>
            {shown}
          </div>
        ))}
      <Bar
        words={words}
        hint={`${id}hint`}
        refused={code.refused}
        status={status}
        onRun={runNow}
        onReset={reset}
        onLink={() => void copyLink(code.shared(), words).then(setStatus)}
        onDone={onDone}
      />
      <Problems
        id={`${id}problems`}
        title={words['edit.problems']}
        problems={problems}
        onGo={go}
      />
    </>
  );
}
