import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import type { SourceFile } from '../build/data.ts';
import type { BlockStyle } from './code-block.ts';
import type { EditWords } from './words.ts';

/** The files: one with its title, or several as tabs. */
export function Files({
  style,
  words,
  files,
  changed,
  active,
  onActive,
  children,
}: {
  readonly style: BlockStyle;
  readonly words: EditWords;
  readonly files: readonly SourceFile[];
  readonly changed: readonly boolean[];
  readonly active: number;
  readonly onActive: (index: number) => void;
  readonly children: (index: number) => ReactNode;
}): ReactNode {
  const id = useId();
  const tabs = useRef<(HTMLButtonElement | null)[]>([]);
  const onKeyDown = (event: KeyboardEvent) => {
    const to = {
      ArrowLeft: active - 1,
      ArrowRight: active + 1,
      Home: 0,
      End: files.length - 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const index = (to + files.length) % files.length;
    onActive(index);
    tabs.current[index]?.focus();
  };
  const mark = (index: number) =>
    changed[index] ? ` ${words['edit.changed']}` : '';
  if (files.length === 1) {
    return (
      <>
        <div className={style.title}>
          {files[0]?.path}
          {mark(0)}
        </div>
        <div className={style.content}>{children(0)}</div>
      </>
    );
  }
  return (
    <>
      <div
        className={`${style.title} playground-edit__tabs`}
        role="tablist"
        aria-label={words['edit.files']}
        onKeyDown={onKeyDown}
      >
        {files.map(({ path }, index) => (
          <button
            key={path}
            ref={(element) => {
              tabs.current[index] = element;
            }}
            type="button"
            role="tab"
            id={`${id}t${index}`}
            aria-controls={`${id}p${index}`}
            aria-selected={index === active}
            tabIndex={index === active ? 0 : -1}
            aria-label={path + mark(index)}
            title={path}
            onClick={() => onActive(index)}
          >
            {/* The first replaces the title of the block; its folders are truncated first. */}
            {index === 0 && <span>{path.slice(0, nameAt(path))}</span>}
            <span>
              {path.slice(nameAt(path))}
              {mark(index)}
            </span>
          </button>
        ))}
      </div>
      {files.map(({ path }, index) => (
        <div
          key={path}
          className={style.content}
          role="tabpanel"
          id={`${id}p${index}`}
          aria-labelledby={`${id}t${index}`}
          hidden={index !== active}
        >
          {children(index)}
        </div>
      ))}
    </>
  );
}

function nameAt(path: string): number {
  return path.lastIndexOf('/') + 1;
}
