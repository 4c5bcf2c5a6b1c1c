import { type ReactNode, useId } from 'react';
import type { Words } from '../words.ts';

/** Where to: any path of the server, or any address where no origin is given. */
export function UrlBox({
  words,
  origin,
  path,
  onChange,
}: {
  readonly words: Words;
  /** What stands before the path: `ws://localhost:3000`; empty for whole addresses. */
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
          const { value } = target;
          onChange(origin ? `/${value.replace(/^\/+/, '')}` : value);
        }}
      />
    </div>
  );
}
