/** How many read the stream now, and who waits for that to change. */
let readers = 0;
const waiting = new Set<() => void>();

/** Increments the number of readers; the returned function decrements it. */
export function countReader(): () => void {
  change(1);
  return () => change(-1);
}

/** Resolves with the number of readers once it is `wanted`. */
export async function readersAre(wanted: number): Promise<number> {
  while (readers !== wanted) {
    await new Promise<void>((resolve) => waiting.add(resolve));
  }
  return readers;
}

function change(by: number): void {
  readers += by;
  for (const resolve of waiting) resolve();
  waiting.clear();
}
