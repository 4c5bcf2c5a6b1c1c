import { translate } from '@docusaurus/Translate';
import { type ReactNode, useEffect, useState } from 'react';

/** A switch: while it is on, each translated block has a button that shows its English below it. */
export function OriginalToggle({
  originalUrl,
}: {
  readonly originalUrl: string;
}): ReactNode {
  const [isOn, setOn] = useState(false);
  const [isReady, setReady] = useState(false);

  useEffect(() => {
    if (!isOn) return undefined;
    let takeAway: (() => void) | undefined;
    let isOver = false;
    // Its code is loaded by the first reader who wants it.
    void import('./originals.ts').then(({ offerOriginals }) => {
      if (isOver) return;
      takeAway = offerOriginals(originalUrl);
      setReady(true);
    });
    return () => {
      isOver = true;
      takeAway?.();
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
