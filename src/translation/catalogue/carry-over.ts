/**
 * Text that is the same in every language: code spans, tags, value references, link targets, bare URLs, expressions and versions.
 */
const protectedSpan =
  /(`+)(?!`).*?[^`]\1(?!`)|<\/?[A-Za-z][^>]*>|\[=[^[\]\s]+\]|(?<=\]\()[^)\s]+|https?:\/\/[^\s)>]+|\{[^{}]*\}|\bv?\d+(?:\.\d+)+\b/gs;

interface Spans {
  skeleton: string;
  spans: string[];
}

function spansOf(text: string): Spans {
  const spans: string[] = [];
  const skeleton = text.replace(protectedSpan, (span) => {
    spans.push(span);
    return '\u0000';
  });
  return { skeleton, spans };
}

/**
 * Rewrites a translation after a change of only protected spans in its source.
 *
 * @returns the translation with the new spans; undefined if words have changed, or a changed span doesn't occur exactly once in
 *   both texts
 */
export function carryOver(
  oldSource: string,
  newSource: string,
  translation: string,
): string | undefined {
  const before = spansOf(oldSource);
  const after = spansOf(newSource);
  if (before.skeleton !== after.skeleton) return undefined;
  const theirs = spansOf(translation).spans;
  const changes = new Map<string, string>();
  for (const [index, span] of before.spans.entries()) {
    const next = after.spans[index];
    if (next === undefined || next === span) continue;
    const once = (list: readonly string[]): boolean =>
      list.filter((other) => other === span).length === 1;
    if (!once(before.spans) || !once(theirs)) return undefined;
    changes.set(span, next);
  }
  return translation.replace(
    protectedSpan,
    (span) => changes.get(span) ?? span,
  );
}
