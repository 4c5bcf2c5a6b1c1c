import { setTimeout } from 'node:timers/promises';

/**
 * Yields an answer in pieces, as a language model does. Replace it with the client of your model.
 *
 * @param signal stops the answer
 */
export async function* answerTo(
  question: string,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const text = `You asked:\n${question}\nThis answer arrives word by word, and each word is shown as soon as it arrives.`;
  for (const word of text.split(/(?<=\s)/)) {
    await setTimeout(60, undefined, { signal });
    yield word;
  }
}
