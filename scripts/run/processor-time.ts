import { readFileSync } from 'node:fs';

/** Ticks of the kernel's clock in a second, on every Linux that Node runs on: getconf CLK_TCK. */
const ticks = 100;

/**
 * How much time processors have spent on the children of this process that have
 * ended, and on theirs. So what it grows by when a child ends is what that child took.
 *
 * @returns seconds; undefined on a system that does not say
 */
export function processorSecondsOfChildren(): number | undefined {
  return readStat(readProc());
}

/**
 * @param stat as https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html has it: fields 16 and 17
 */
export function readStat(stat: string | undefined): number | undefined {
  // The second field is the name of the program, which may have anything in it but ends with the last bracket.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [user, system] = [Number(fields?.[13]), Number(fields?.[14])];
  return Number.isNaN(user + system) ? undefined : (user + system) / ticks;
}

function readProc(): string | undefined {
  try {
    return readFileSync('/proc/self/stat', 'utf8');
  } catch {
    return undefined;
  }
}
