/** How a block of code looks, so that an editor can look the same. */
export interface Look {
  /** Classes of its `pre`, of the `code` in it, and of the row with its title. */
  readonly pre: string;
  readonly code: string;
  readonly title: string;
  /** Around the `pre`. */
  readonly content: string;
  /** Whether its long lines are wrapped. */
  readonly isWrapped: boolean;
  /** Numbers of the lines that stand out, from 0. */
  readonly marked: ReadonlySet<number>;
}

/** A block of code on a page. */
export interface ShownBlock {
  readonly element: HTMLElement;
  readonly look: Look;
}

/** What a block looks like that no page shows. */
export const plainLook: Look = {
  pre: 'playground-edit__pre thin-scrollbar',
  code: 'playground-edit__lines',
  title: 'playground-edit__title',
  content: '',
  isWrapped: false,
  marked: new Set(),
};

/**
 * Finds the block of code that a page shows above a place.
 *
 * @param place in the page
 * @param text that it shows, to the character
 * @returns the nearest; undefined where the page shows something else, or only a part
 */
export function shownBlock(
  place: Element,
  text: string,
): ShownBlock | undefined {
  const above = [
    ...document.querySelectorAll<HTMLElement>('.theme-code-block'),
  ].filter(
    (block) =>
      block.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  for (const element of above.reverse()) {
    const pre = element.querySelector('pre');
    const code = pre?.querySelector('code');
    // Lines with numbers are the rows of a table: no text area lies over them.
    if (!code || getComputedStyle(code).display === 'table') continue;
    const lines = [...code.children];
    if (lines.map(({ textContent }) => textContent).join('\n') !== text) {
      continue;
    }
    const title = element.firstElementChild;
    const content = pre?.parentElement;
    if (!title || !content || title === content) continue;
    const look: Look = {
      pre: pre.className,
      code: code.className,
      title: title.className,
      content: content.className,
      isWrapped: getComputedStyle(code).whiteSpace !== 'pre',
      marked: new Set(
        lines.flatMap(({ classList }, line) =>
          classList.contains('theme-code-block-highlighted-line') ? [line] : [],
        ),
      ),
    };
    return { element, look };
  }
  return undefined;
}

/**
 * Makes room for an editor inside of a block, in the place of what it shows.
 *
 * @returns the room, and what gives the block back
 */
export function takeBlock({ element }: ShownBlock): {
  readonly room: HTMLElement;
  readonly giveBack: () => void;
} {
  const room = document.createElement('div');
  room.className = 'playground-edit';
  element.append(room);
  element.dataset['edited'] = '';
  return {
    room,
    giveBack() {
      room.remove();
      delete element.dataset['edited'];
    },
  };
}
