/** One line of a scenario: what one end sent. */
export interface Step {
  /** Who talks to the server; empty where there is only one. */
  readonly client: string;
  readonly from: 'client' | 'server';
  readonly text: string;
}

/** A recorded line beside the live one. */
export interface Pair {
  /** Undefined where the live server has sent more. */
  readonly recorded: Step | undefined;
  readonly live: Step | Missing;
  readonly agrees: boolean;
}

/** Why there is no live line: nothing came, or the connection was closed already. */
export type Missing = 'nothing' | 'notSent';

/** How long a live line may take: a stream of the guide sends one a second. */
export const patience = 5_000;

/**
 * Waits for a value as long as a replay waits for any.
 *
 * @returns undefined when it takes longer, or fails
 */
export async function inTime<T>(value: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      resolve(undefined);
    }, patience);
  });
  try {
    return await Promise.race([value, late]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

/** A text that a record only describes, `<2001 characters>`, at its length; any other as it is. */
export function whole(text: string): string {
  const length = /^<(\d+) (?:characters|bytes)>$/.exec(text)?.[1];
  return length === undefined ? text : 'x'.repeat(Number(length));
}
