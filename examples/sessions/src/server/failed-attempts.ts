import { limits } from '../shared/session-limits';

interface Failures {
  count: number;
  readonly until: number;
}

const minute = 60_000;
// The oldest names are deleted first.
const namesKept = 10_000;
const failuresOf = new Map<string, Failures>();

/** Whether another password attempt for a name is allowed. */
export function mayTry(name: string): boolean {
  const failures = failuresOf.get(name);
  if (failures && failures.until < Date.now()) {
    failuresOf.delete(name);
    return true;
  }
  return !failures || failures.count < limits.wrongPasswords;
}

/** Counts an attempt before its result is known, because many can run at the same time. */
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

/** Resets the count after a correct password. */
export function forgetAttempts(name: string): void {
  failuresOf.delete(name);
}
