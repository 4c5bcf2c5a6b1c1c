/** Something that took a while, perhaps with parts that did. */
export interface Timed {
  readonly name: string;
  readonly seconds: number;
  /** What processors spent on it, if that is known. */
  readonly processorSeconds?: number | undefined;
  readonly parts?: readonly Timed[];
}

/** A part that took less is no reason for anything. */
const leastOfAPart = 10;

/**
 * Says where the time went: each step, the longest first, with the time of
 * processors behind it, and below it those of its parts that took ten seconds or more.
 *
 * @param times what took how long
 * @returns the lines of a table
 */
export function timeTable(times: readonly Timed[]): string[] {
  return longestFirst(times).flatMap((step) => [
    line(step.seconds, step.name + ofProcessors(step)),
    ...longestFirst(step.parts ?? [])
      .filter((part) => part.seconds >= leastOfAPart)
      .map((part) => line(part.seconds, `  ${part.name}`)),
  ]);
}

function longestFirst(times: readonly Timed[]): Timed[] {
  return [...times].sort((a, b) => b.seconds - a.seconds);
}

function ofProcessors({ processorSeconds }: Timed): string {
  return processorSeconds === undefined
    ? ''
    : ` (${processorSeconds.toFixed(0)} s of processors)`;
}

function line(seconds: number, name: string): string {
  return `${seconds.toFixed(0).padStart(5)} s  ${name}`;
}
