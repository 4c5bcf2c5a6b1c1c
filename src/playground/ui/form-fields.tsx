import { type ReactNode, useId } from 'react';
import type { Words } from '../words.ts';
import type { Preset } from '../build/data.ts';

/** The URL field: a path of the server, or a whole URL if there is no origin. */
export function UrlBox({
  words,
  origin,
  path,
  onChange,
}: {
  readonly words: Words;
  /** Shown before the path, such as `ws://localhost:3000`; empty for whole URLs. */
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

/** Buttons for the messages and requests of the tests. */
export function Presets({
  words,
  presets,
  isReady,
  isKnown = () => true,
  textOf,
  onChoose,
}: {
  readonly words: Words;
  readonly presets: readonly Preset[];
  readonly isReady: boolean;
  /** Whether all names in a preset have values. */
  readonly isKnown?: (preset: Preset) => boolean;
  readonly textOf: (preset: Preset) => string;
  readonly onChoose: (preset: Preset) => void;
}): ReactNode {
  const id = useId();
  if (presets.length === 0) return null;
  return (
    <div className="playground__presets" role="group" aria-labelledby={id}>
      <p className="playground__label" id={id}>
        {words.presets}
      </p>
      {presets.map((preset) => (
        <button
          key={JSON.stringify(preset)}
          type="button"
          disabled={!isReady || !isKnown(preset)}
          onClick={() => onChoose(preset)}
        >
          <code>{textOf(preset)}</code>
        </button>
      ))}
    </div>
  );
}

/** The label of a request. */
export function requestText({ text, request }: Preset): string {
  return `${request?.method ?? ''} ${request?.path ?? ''} ${text}`.trim();
}
