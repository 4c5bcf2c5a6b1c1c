import { type ReactNode, useId } from 'react';
import type { Words } from '../words.ts';

/** Where to: any path of the server. */
export function UrlBox({
  words,
  origin,
  path,
  onChange,
}: {
  readonly words: Words;
  /** What stands before the path: `ws://localhost:3000`. */
  readonly origin: string;
  readonly path: string;
  readonly onChange: (path: string) => void;
}): ReactNode {
  const id = useId();
  return (
    <div className="playground__url">
      <label htmlFor={id}>{words.url}</label>
      <span aria-hidden="true">{origin}</span>
      <input
        id={id}
        value={path}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        onChange={({ target }) => {
          onChange(`/${target.value.replace(/^\/+/, '')}`);
        }}
      />
    </div>
  );
}
