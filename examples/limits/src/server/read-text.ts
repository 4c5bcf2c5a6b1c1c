import { limits } from '../shared/feed-limits';
import { PeerError } from './catch-errors';

/**
 * The text of `{"text":"Hello"}`.
 *
 * @throws PeerError for anything else, and for what is too long
 */
export function readText(json: string): string {
  const value = parse(json);
  const text =
    typeof value === 'object' && value !== null && 'text' in value
      ? value.text
      : undefined;
  if (typeof text !== 'string' || text.length > limits.charactersPerText) {
    throw new PeerError(
      `A message looks like {"text":"Hello"} and has at most ${limits.charactersPerText} characters.`,
    );
  }
  return text;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
