/** How wide a text is. */
export type Measure = (text: string) => number;

const words = new Intl.Segmenter('zh', { granularity: 'word' });
const wide = /[\p{Script=Han}，。、：；！？（）《》「」『』]/u;
const ends = /^[，。、：；！？）》」』”’…]/u;
const begins = /[（《「『“‘]$/u;

/** A part of a text that stays together, and the space before it. */
interface Unit {
  readonly gap: string;
  readonly text: string;
}

/** Words; in a script without spaces a line may end behind each word, but not before a mark that ends something. */
function unitsOf(text: string): Unit[] {
  const units: Unit[] = [];
  let gap = '';
  for (const { segment } of words.segment(text)) {
    const before = units.at(-1);
    if (segment.trim() === '') gap += segment;
    else if (before && gap === '' && !mayPart(before.text, segment))
      units[units.length - 1] = { ...before, text: before.text + segment };
    else {
      units.push({ gap, text: segment });
      gap = '';
    }
  }
  return units;
}

function mayPart(before: string, behind: string): boolean {
  const isWide = wide.test(before.slice(-1)) || wide.test(behind.slice(0, 1));
  return isWide && !ends.test(behind) && !begins.test(before);
}

/**
 * Breaks a text into lines, between words.
 *
 * @param text a title or a sentence
 * @param width how wide a line may be; only a single word may be wider
 * @param measure how wide a text is
 */
export function linesOf(
  text: string,
  width: number,
  measure: Measure,
): string[] {
  const lines: string[] = [];
  for (const { gap, text: word } of unitsOf(text)) {
    const line = lines.at(-1);
    if (line === undefined || measure(line + gap + word) > width)
      lines.push(word);
    else lines[lines.length - 1] = line + gap + word;
  }
  return lines;
}

/**
 * As `linesOf`, in as many lines, but of lengths that are as equal as can be: no last line of one word.
 *
 * @param text a title
 * @param width how wide a line may be
 * @param measure how wide a text is
 */
export function balancedLines(
  text: string,
  width: number,
  measure: Measure,
): string[] {
  const most = linesOf(text, width, measure);
  let best = most;
  for (let narrower = width; best.length === most.length; narrower *= 0.95) {
    const lines = linesOf(text, narrower, measure);
    // What is too long for any line says nothing of the others.
    if (lines.length > most.length || narrower < width / 3) break;
    best = lines;
  }
  return best;
}

/**
 * As `linesOf`, in no more lines than there is room for: what is left over is an ellipsis.
 *
 * @param text a sentence
 * @param width how wide a line may be
 * @param most how many lines there may be
 * @param measure how wide a text is
 */
export function linesWithin(
  text: string,
  width: number,
  most: number,
  measure: Measure,
): string[] {
  const lines = linesOf(text, width, measure);
  if (lines.length <= most) return lines;
  const units = unitsOf(lines[most - 1] ?? '');
  const written = () =>
    units
      .map(({ gap, text }) => gap + text)
      .join('')
      .replace(/[，、,;:：；.。]$/u, '') + '…';
  while (units.length > 1 && measure(written()) > width) units.pop();
  return [...lines.slice(0, most - 1), written()];
}
