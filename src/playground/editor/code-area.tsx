import { type KeyboardEvent, type ReactNode, type Ref, useRef } from 'react';
import { highlightedLines } from './highlight.ts';
import { type Edit, indent, newLine, outdent } from './keys.ts';
import type { Look } from './shown-block.ts';

interface CodeAreaProps {
  readonly look: Look;
  /** What it is called. */
  readonly path: string;
  readonly text: string;
  /** Whether the lines that stand out on the page are still these. */
  readonly isMarked: boolean;
  /** Numbers of lines with a mistake, from 1. */
  readonly wrong: readonly number[];
  /** Ids of what explains the keys and the mistakes. */
  readonly describedBy: string;
  readonly onChange: (text: string) => void;
  readonly onRun: () => void;
  readonly area: Ref<HTMLTextAreaElement>;
}

/**
 * Code that can be written in: the page's own highlighted lines, and a text area of the same letters right over them, which
 * shows nothing but its caret and its selection.
 */
export function CodeArea({
  look,
  path,
  text,
  isMarked,
  wrong,
  describedBy,
  onChange,
  onRun,
  area,
}: CodeAreaProps): ReactNode {
  const onKeyDown = useKeys(onRun);
  return (
    <pre
      className={look.pre}
      // The browser would make what scrolls a stop of its own.
      tabIndex={-1}
    >
      <code
        className={`${look.code} playground-edit__code`}
        data-wrapped={look.isWrapped}
      >
        {highlightedLines(text).map((line, index) => (
          <div
            key={index}
            className={lineClass(
              isMarked && look.marked.has(index),
              wrong.includes(index + 1),
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
        <textarea
          ref={area}
          className="playground-edit__text"
          aria-label={path}
          aria-describedby={describedBy}
          aria-invalid={wrong.length > 0}
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
    ...(isWrong ? ['playground-edit__wrong'] : []),
  ].join(' ');
}

/** Tab indents, but not after Escape: nobody is caught in the code. */
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

/** Writes as a person does, so that the browser can undo it. */
export function write(area: HTMLTextAreaElement, edit: Edit): void {
  const { from, to, insert, then } = edit;
  area.focus({ preventScroll: true });
  if (area.value.slice(from, to) !== insert) {
    area.setSelectionRange(from, to);
    // Nothing else keeps the history of a text area whole.
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
