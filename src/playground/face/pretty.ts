/**
 * JSON on several lines; anything else as it is.
 *
 * @param isPretty whether it is wanted
 */
export function prettyJson(text: string, isPretty: boolean): string {
  if (!isPretty) return text;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** Seconds since the first line, for a column: `1.25 s`. */
export function secondsText(seconds: number): string {
  return `${seconds.toFixed(2)} s`;
}
