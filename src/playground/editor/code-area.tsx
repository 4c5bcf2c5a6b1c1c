import { type KeyboardEvent, type ReactNode, type Ref, useRef } from 'react';
import type { CodeWorker } from './code-worker.ts';
import { type Edit, indent, newLine, outdent } from './keys.ts';
import type { Part } from './parts.ts';
import type { BlockStyle } from './code-block.ts';
import { useHighlight } from './use-highlight.ts';

interface CodeAreaProps {
  readonly style: BlockStyle;
  /** Its label. */
  readonly path: string;
  readonly text: string;
  /** The original text, highlighted, if the page shows it. */
  readonly parts: readonly Part[] | undefined;
  /** Whether the file is visible. */
  readonly isShown: boolean;
  readonly worker: CodeWorker;
  /** Whether the highlighted lines of the page still apply. */
  readonly isMarked: boolean;
  /** Numbers of lines with an error, from 1. */
  readonly errorLines: readonly number[];
  /** Ids of the keyboard hint and the errors. */
  readonly describedBy: string;
  readonly onChange: (text: string) => void;
  readonly onRun: () => void;
  readonly area: Ref<HTMLTextAreaElement>;
}

/**
 * Editable code: the highlighted lines of the page, and a transparent text area with the same font over them, which
 * only shows its caret and selection.
 */
export function CodeArea({
  style,
  path,
  text,
  parts,
  isShown,
  worker,
  isMarked,
  errorLines,
  describedBy,
  onChange,
  onRun,
  area,
}: CodeAreaProps): ReactNode {
  const onKeyDown = useKeys(onRun);
  const { lines, rest } = useHighlight(text, parts, isShown, worker);
  return (
    <pre
      className={style.pre}
      // A browser would make the scrollable element a tab stop.
      tabIndex={-1}
    >
      <code
        className={`${style.code} playground-edit__code`}
        data-wrapped={style.isWrapped}
      >
        {lines.map((line, index) => (
          <div
            key={index}
            className={lineClass(
              isMarked && style.marked.has(index),
              errorLines.includes(index + 1),
            )}
            aria-hidden
          >
            {line.map((part, key) => (
              <span key={key} className={part.className}>
                {part.text}
              </span>
            ))}
            <br />
          </div>
        ))}
        {rest !== '' && (
          <div className={lineClass(false, false)} aria-hidden>
            {rest}
            <br />
          </div>
        )}
        <textarea
          ref={area}
          className="playground-edit__text"
          aria-label={path}
          aria-describedby={describedBy}
          aria-invalid={errorLines.length > 0}
          value={text}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          onChange={({ target }) => onChange(target.value)}
          onKeyDown={onKeyDown}
        />
      </code>
    </pre>
  );
}

function lineClass(standsOut: boolean, isWrong: boolean): string {
  return [
    'token-line',
    ...(standsOut ? ['theme-code-block-highlighted-line'] : []),
    ...(isWrong ? ['playground-edit__error-line'] : []),
  ].join(' ');
}

/** Tab indents, except after Escape, so that the keyboard can leave the editor. */
function useKeys(onRun: () => void) {
  const leaves = useRef(false);
  return (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
    if (event.nativeEvent.isComposing) return;
    if (key === 'Shift') return;
    const isLeaving = leaves.current;
    leaves.current = key === 'Escape';
    if (key === 'Enter' && (ctrlKey || metaKey)) {
      event.preventDefault();
      onRun();
      return;
    }
    if (ctrlKey || metaKey || altKey) return;
    const action =
      key === 'Tab' && !isLeaving
        ? shiftKey
          ? outdent
          : indent
        : key === 'Enter'
          ? newLine
          : undefined;
    if (!action) return;
    event.preventDefault();
    const area = event.currentTarget;
    const { value, selectionStart: start, selectionEnd: end } = area;
    write(area, action(value, { start, end }));
  };
}

/** Inserts text in a way that the browser can undo. */
export function write(area: HTMLTextAreaElement, edit: Edit): void {
  const { from, to, insert, then } = edit;
  area.focus({ preventScroll: true });
  if (area.value.slice(from, to) !== insert) {
    area.setSelectionRange(from, to);
    // Only this command preserves the undo history.
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- there is no other
    const isDone = document.execCommand(
      insert === '' ? 'delete' : 'insertText',
      false,
      insert,
    );
    if (!isDone) {
      area.setRangeText(insert, from, to);
      area.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
  }
  area.setSelectionRange(then.start, then.end);
}
