import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { CompiledFile } from '../protocol.ts';
import type { Arrival } from './arrival.ts';
import { Bar } from './bar.tsx';
import { usePlace } from './block.ts';
import { useCheck } from './check.ts';
import { CodeArea, write } from './code-area.tsx';
import { useCode } from './code.ts';
import type { Problem } from './compile-all.ts';
import { copyLink } from './copy-link.ts';
import type { EditData } from './data.ts';
import './editor.css';
import { Files } from './files.tsx';
import { offsetOf } from './keys.ts';
import { Notice } from './notice.tsx';
import { Problems } from './problems.tsx';

/** What an editor is made of. */
export interface EditorProps {
  readonly data: EditData;
  /** Of the playground: the code above it becomes the editor. */
  readonly near: Element;
  /** Code that came with the address of the page. */
  readonly arrival: Arrival | undefined;
  /** What it says when its compiler cannot be fetched. */
  readonly failed: string;
  /** Runs what the reader has asked to run: the files that are not the guide's any more. */
  readonly onRun: (edited: readonly CompiledFile[]) => void;
  readonly onDone: () => void;
}

/** The code that the page shows, to be changed where it stands, and run. */
export default function Editor({
  data,
  near,
  arrival,
  failed,
  onRun,
  onDone,
}: EditorProps): ReactNode {
  const { words, sources } = data;
  const code = useCode(data, arrival);
  const { files } = code;
  const { problems, check, forget } = useCheck(files);
  const place = usePlace(near, sources[0]?.text ?? '');
  // Who writes while the compiler comes runs what is there then.
  const changed = useRef(code.changed);
  changed.current = code.changed;
  const areas = useRef<(HTMLTextAreaElement | null)[]>([]);
  const [active, setActive] = useState(0);
  const [said, setSaid] = useState('');
  const id = useId();
  const focus = () => areas.current[active]?.focus({ preventScroll: true });

  const isThere = place !== undefined;
  useEffect(() => {
    // The notice has the focus where the code is a stranger's.
    if (isThere && !code.isForeign) focus();
  }, [isThere]);

  const run = async () => {
    setSaid('');
    const compiled = await check();
    if (!compiled) setSaid(failed);
    else if ('problems' in compiled) {
      setActive(indexOf(compiled.problems[0]));
    } else {
      // The notice goes, and takes the focus with it.
      if (code.isForeign) focus();
      code.accept();
      onRun(compiled.files.filter((_, index) => changed.current[index]));
      setSaid(words['edit.runs']);
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
    // Only what is drawn can take the focus.
    requestAnimationFrame(() => {
      const area = areas.current[index];
      if (!area) return;
      const at = offsetOf(area.value, problem.line, problem.column);
      area.setSelectionRange(at, at);
      area.focus();
    });
  };
  const reset = () => {
    const area = areas.current[active];
    const insert = sources[active]?.text ?? '';
    // As if written, so that it can be undone where the reader sees it.
    if (area) {
      const then = { start: 0, end: 0 };
      write(area, { from: 0, to: area.value.length, insert, then });
    }
    code.reset();
    forget();
    setSaid(words['edit.isReset']);
  };

  const shown = place && (
    <>
      {code.isForeign && (
        <Notice
          words={words}
          onRun={runNow}
          onPutAway={() => {
            focus();
            code.putAway();
          }}
        />
      )}
      <Files
        look={place.look}
        words={words}
        files={files}
        changed={code.changed}
        active={active}
        onActive={setActive}
      >
        {(index) => (
          <CodeArea
            look={place.look}
            path={files[index]?.path ?? ''}
            text={files[index]?.text ?? ''}
            // Lines stand out in the file that the page shows.
            isMarked={index === 0 && !code.changed[0]}
            wrong={problems
              .filter(({ path }) => path === files[index]?.path)
              .map(({ line }) => line)}
            describedBy={`${id}hint ${id}problems`}
            onChange={(text) => {
              code.change(index, text);
              setSaid('');
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
        (place.room ? (
          createPortal(shown, place.room)
        ) : (
          <div className="playground-edit playground-edit--own">
            <p className="playground__label">{words['edit.whole']}</p>
            {shown}
          </div>
        ))}
      <Bar
        words={words}
        hint={`${id}hint`}
        refused={code.refused}
        said={said}
        onRun={runNow}
        onReset={reset}
        onLink={() => void copyLink(code.shared(), words).then(setSaid)}
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
