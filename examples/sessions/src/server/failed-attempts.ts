import { limits } from '../shared/limits';

interface Failures {
  count: number;
  readonly until: number;
}

const minute = 60_000;
// The oldest goes first when there are too many names.
const namesKept = 10_000;
const failuresOf = new Map<string, Failures>();

/** Whether somebody may try a password for a name, or has to wait. */
export function mayTry(name: string): boolean {
  const failures = failuresOf.get(name);
  if (failures && failures.until < Date.now()) {
    failuresOf.delete(name);
    return true;
  }
  return !failures || failures.count < limits.wrongPasswords;
}

/** Counts an attempt, before it is known how it ends: many can run at once. */
export function countAttempt(name: string): void {
  const until = Date.now() + minute;
  const failures = failuresOf.get(name) ?? { count: 0, until };
  failures.count += 1;
  failuresOf.set(name, failures);
  const oldest = failuresOf.keys().next().value;
  if (oldest !== undefined && failuresOf.size > namesKept) {
    failuresOf.delete(oldest);
  }
}

/** The password was right. */
export function forgetAttempts(name: string): void {
  failuresOf.delete(name);
}
