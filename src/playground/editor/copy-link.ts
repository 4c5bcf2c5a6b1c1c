import { visible } from '../visible.ts';
import { formatText } from '../words.ts';
import {
  fragmentOf,
  lineLimit,
  linkLimit,
  readFragment,
  type Texts,
  textLimit,
  unusualLimit,
} from './shared-link.ts';
import type { EditWords } from './words.ts';

/** The page would reject this link; the message is for the reader. */
class RefusedError extends Error {}

/**
 * Copies the address of this page with code in it.
 *
 * @returns the status message
 */
export async function copyLink(
  texts: Texts,
  words: EditWords,
): Promise<string> {
  const fragment = acceptedFragment(texts, words);
  try {
    await copy(fragment.then((one) => location.href.replace(/#.*/s, '') + one));
    return words['edit.linkCopied'];
  } catch {
    try {
      history.replaceState(history.state, '', await fragment);
      return words['edit.linkShown'];
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      return error.message;
    }
  }
}

async function acceptedFragment(
  texts: Texts,
  words: EditWords,
): Promise<string> {
  const fragment = await fragmentOf(texts);
  const read = await readFragment(fragment);
  if (typeof read !== 'string') return fragment;
  const code = visible([...texts.values()].join(''));
  const [size, limit] =
    read === 'tooLong'
      ? [fragment.length, linkLimit]
      : [code.length, textLimit];
  throw new RefusedError(
    read === 'tooComplex'
      ? formatText(words['edit.linkTooComplex'], {
          lines: lineLimit,
          characters: unusualLimit,
        })
      : formatText(words['edit.linkTooLong'], { size, limit }),
  );
}

// Safari only copies a promise that is created while the click is handled.
async function copy(text: Promise<string>): Promise<void> {
  if (typeof ClipboardItem === 'undefined') {
    await navigator.clipboard.writeText(await text);
    return;
  }
  const blob = text.then((one) => new Blob([one], { type: 'text/plain' }));
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
}
