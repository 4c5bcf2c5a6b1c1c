import { translate } from '@docusaurus/Translate';
import { type ReactNode, useEffect, useState } from 'react';

/** A toggle button that adds a button to each translated block, which shows its English. */
export function OriginalToggle({
  originalUrl,
}: {
  readonly originalUrl: string;
}): ReactNode {
  const [isOn, setOn] = useState(false);
  const [isReady, setReady] = useState(false);

  useEffect(() => {
    if (!isOn) return undefined;
    let remove: (() => void) | undefined;
    let isCancelled = false;
    // Loaded on demand.
    void import('./originals.ts').then(({ addOriginalButtons }) => {
      if (isCancelled) return;
      remove = addOriginalButtons(originalUrl);
      setReady(true);
    });
    return () => {
      isCancelled = true;
      remove?.();
      setReady(false);
    };
  }, [isOn, originalUrl]);

  return (
    <>
      <button
        type="button"
        className="translation-notice__toggle"
        aria-pressed={isOn}
        onClick={() => setOn(!isOn)}
      >
        {translate({
          id: 'translationNotice.toggle',
          message: 'Show originals',
          description:
            'Below a translated page: switches the buttons on that show the English of a paragraph',
        })}
      </button>
      <span role="status" className="translation-notice__hint">
        {isReady &&
          translate({
            id: 'translationNotice.hint',
            message: 'Every paragraph now has a button for its English.',
            description: 'Said after the switch for the originals was pressed',
          })}
      </span>
    </>
  );
}
