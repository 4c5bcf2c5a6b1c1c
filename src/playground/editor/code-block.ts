import { useLayoutEffect, useState } from 'react';
import type { Part } from './parts.ts';

/** The position and style of an editor. */
export interface Slot {
  readonly style: BlockStyle;
  /** Inside the block of the page; undefined if the page doesn't show the whole file. */
  readonly container: HTMLElement | undefined;
}

/**
 * Replaces the block that shows a text while the editor is mounted.
 *
 * @param near an element of the page: the block is above it
 * @returns undefined before the layout effect
 */
export function useCodeBlock(near: Element, text: string): Slot | undefined {
  const [place, setPlace] = useState<Slot>();
  useLayoutEffect(() => {
    const block = findBlock(near, text);
    if (!block) {
      setPlace({ style: plainStyle, container: undefined });
      return undefined;
    }
    const { container, restore } = replaceBlock(block);
    setPlace({ style: block.style, container });
    return restore;
  }, [near, text]);
  return place;
}

/** Styles of a code block, which the editor copies. */
export interface BlockStyle {
  /** Classes of its `pre`, its `code` and its title. */
  readonly pre: string;
  readonly code: string;
  readonly title: string;
  /** The part of the block below the title. */
  readonly content: string;
  /** Whether its long lines are wrapped. */
  readonly isWrapped: boolean;
  /** Indexes of highlighted lines. */
  readonly marked: ReadonlySet<number>;
  /** Its text, highlighted. */
  readonly parts: readonly Part[];
}

/** A code block of a page. */
export interface CodeBlock {
  readonly element: HTMLElement;
  readonly style: BlockStyle;
}

/** Styles of a file that no page shows. */
const plainStyle: BlockStyle = {
  pre: 'playground-edit__pre thin-scrollbar',
  code: 'playground-edit__lines',
  title: 'playground-edit__title',
  content: '',
  isWrapped: false,
  marked: new Set(),
  parts: [],
};

/**
 * Finds the nearest code block above an element.
 *
 * @param place in the page
 * @param text exact text of the block
 * @returns undefined if the page shows something else, or only a part
 */
function findBlock(place: Element, text: string): CodeBlock | undefined {
  const above = [
    ...document.querySelectorAll<HTMLElement>('.theme-code-block'),
  ].filter(
    (block) =>
      block.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  for (const element of above.reverse()) {
    const pre = element.querySelector('pre');
    const code = pre?.querySelector('code');
    // Numbered lines are table rows, which a text area can't cover.
    if (!pre || !code || getComputedStyle(code).display === 'table') continue;
    const lines = [...code.children];
    if (lines.map(({ textContent }) => textContent).join('\n') !== text) {
      continue;
    }
    const title = element.firstElementChild;
    const content = [...element.children].find((child) => child.contains(pre));
    if (!title || !content || title === content) continue;
    const style: BlockStyle = {
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
      parts: lines.flatMap((line, index) => [
        ...(index > 0 ? [{ className: undefined, text: '\n' }] : []),
        ...Array.from(line.childNodes, (node) => ({
          className: (node instanceof Element && node.className) || undefined,
          text: node.textContent ?? '',
        })),
      ]),
    };
    return { element, style };
  }
  return undefined;
}

/**
 * Hides the content of a block and adds a container for an editor.
 *
 * @returns the container, and a function that restores the block
 */
function replaceBlock({ element }: CodeBlock): {
  readonly container: HTMLElement;
  readonly restore: () => void;
} {
  const container = document.createElement('div');
  container.className = 'playground-edit';
  element.append(container);
  element.dataset['edited'] = '';
  return {
    container,
    restore() {
      container.remove();
      delete element.dataset['edited'];
    },
  };
}
