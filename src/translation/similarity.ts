function pairs(text: string): Map<string, number> {
  const found = new Map<string, number>();
  for (let index = 0; index < text.length - 1; index += 1) {
    const pair = text.slice(index, index + 2).toLowerCase();
    found.set(pair, (found.get(pair) ?? 0) + 1);
  }
  return found;
}

/**
 * Says how alike two texts are, by the pairs of neighbouring characters that they share (Dice's coefficient).
 *
 * @param a - One text.
 * @param b - The other.
 * @returns From 0, nothing in common, to 1, the same pairs.
 */
export function similarity(a: string, b: string): number {
  if (a === b) return 1;
  const total = a.length + b.length - 2;
  // The shorter one bounds what can be shared.
  if (total <= 0 || (2 * (Math.min(a.length, b.length) - 1)) / total < 0.5)
    return 0;
  const ours = pairs(a);
  let shared = 0;
  for (const [pair, count] of pairs(b))
    shared += Math.min(count, ours.get(pair) ?? 0);
  return (2 * shared) / total;
}
