/** Returns the width of a text. */
export type Measure = (text: string) => number;

const words = new Intl.Segmenter('zh', { granularity: 'word' });
const wide = /[\p{Script=Han}，。、：；！？（）《》「」『』]/u;
const ends = /^[，。、：；！？）》」』”’…]/u;
const begins = /[（《「『“‘]$/u;

/** Text without a line break, and the space before it. */
interface Unit {
  readonly gap: string;
  readonly text: string;
}

/** Splits a text into words. Han text also breaks between words, except before closing and after opening punctuation. */
function unitsOf(text: string): Unit[] {
  const units: Unit[] = [];
  let gap = '';
  for (const { segment } of words.segment(text)) {
    const before = units.at(-1);
    if (segment.trim() === '') gap += segment;
    else if (before && gap === '' && !canBreak(before.text, segment))
      units[units.length - 1] = { ...before, text: before.text + segment };
    else {
      units.push({ gap, text: segment });
      gap = '';
    }
  }
  return units;
}

function canBreak(before: string, after: string): boolean {
  const isWide = wide.test(before.slice(-1)) || wide.test(after.slice(0, 1));
  return isWide && !ends.test(after) && !begins.test(before);
}

/** Breaks a text into lines. Only a single word may be wider than the width. */
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

/** Breaks a text into as few lines as `linesOf`, of similar lengths. */
export function balancedLines(
  text: string,
  width: number,
  measure: Measure,
): string[] {
  const most = linesOf(text, width, measure);
  let best = most;
  for (let narrower = width; best.length === most.length; narrower *= 0.95) {
    const lines = linesOf(text, narrower, measure);
    // A single long word would never fit.
    if (lines.length > most.length || narrower < width / 3) break;
    best = lines;
  }
  return best;
}

/**
 * Breaks a text into lines, and ends the last one with an ellipsis if there are too many.
 *
 * @param most number of lines
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
