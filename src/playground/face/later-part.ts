import { useState } from 'react';

/**
 * A part of the panel that is fetched when a reader asks for it.
 *
 * @param fetchPart called at the first wish, and again after a failure
 * @returns the part, or how far it is; and what asks for it
 */
export function useLaterPart<Part extends object>(
  fetchPart: () => Promise<Part>,
): readonly [Part | 'loading' | 'failed' | undefined, () => void] {
  const [part, setPart] = useState<Part | 'loading' | 'failed'>();
  const ask = () => {
    if (part !== undefined && part !== 'failed') return;
    setPart('loading');
    fetchPart().then(setPart, () => setPart('failed'));
  };
  return [part, ask];
}
