import { type ReactNode, useId } from 'react';
import type { Preset } from '../site/data.ts';
import type { Words } from '../words.ts';

/** What tests send, as buttons; nothing where they send nothing. */
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
  /** Whether all that one names is known by now. */
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

/** A request as its button says it. */
export function requestText({ text, request }: Preset): string {
  return `${request?.method ?? ''} ${request?.path ?? ''} ${text}`.trim();
}
