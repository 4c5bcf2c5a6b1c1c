import { useLayoutEffect, useState } from 'react';
import { type Look, plainLook, shownBlock, takeBlock } from './shown-block.ts';

/** Where an editor is drawn, and as what. */
export interface Place {
  readonly look: Look;
  /** Inside of the page's own block; undefined where the page does not show the whole file. */
  readonly room: HTMLElement | undefined;
}

/**
 * Takes the place of the block that shows a text, for as long as the editor is there.
 *
 * @param near an element of the page: the block is above it
 * @returns undefined until the first drawing, which nobody sees
 */
export function usePlace(near: Element, text: string): Place | undefined {
  const [place, setPlace] = useState<Place>();
  useLayoutEffect(() => {
    const block = shownBlock(near, text);
    if (!block) {
      setPlace({ look: plainLook, room: undefined });
      return undefined;
    }
    const { room, giveBack } = takeBlock(block);
    setPlace({ look: block.look, room });
    return giveBack;
  }, [near, text]);
  return place;
}
