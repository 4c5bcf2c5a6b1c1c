import { say } from '../words.ts';
import { fragmentOf, linkLimit, type Texts } from './shared-link.ts';
import type { EditWords } from './words.ts';

class TooLong extends Error {
  constructor(readonly size: number) {
    super();
  }
}

/**
 * Copies the address of this page with code in it.
 *
 * @returns what to tell the reader
 */
export async function copyLink(
  texts: Texts,
  words: EditWords,
): Promise<string> {
  const fragment = fragmentOf(texts).then((one) => {
    if (one.length > linkLimit) throw new TooLong(one.length);
    return one;
  });
  try {
    await copy(fragment.then((one) => location.href.replace(/#.*/s, '') + one));
    return words['edit.linkCopied'];
  } catch {
    try {
      history.replaceState(history.state, '', await fragment);
      return words['edit.linkShown'];
    } catch (error) {
      if (!(error instanceof TooLong)) throw error;
      const { size } = error;
      return say(words['edit.linkTooLong'], { size, limit: linkLimit });
    }
  }
}

// Safari copies only what is promised while the click is dealt with.
async function copy(text: Promise<string>): Promise<void> {
  if (typeof ClipboardItem === 'undefined') {
    await navigator.clipboard.writeText(await text);
    return;
  }
  const blob = text.then((one) => new Blob([one], { type: 'text/plain' }));
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
}
