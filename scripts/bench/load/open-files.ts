/** Files that a process has open besides its connections: its own, and room for more. */
const others = 200;

/**
 * How many files this process may have open. Node has raised the limit as far
 * as it may: only a person can raise it further.
 *
 * @returns the limit of the system; infinity where there is none
 */
export function openFileLimit(): number {
  const report: unknown = process.report.getReport();
  const limits = read(report, 'userLimits');
  const limit = read(read(limits, 'open_files'), 'soft');
  return typeof limit === 'number' ? limit : Number.POSITIVE_INFINITY;
}

/**
 * What a person has to do before so many connections can be opened.
 *
 * @param connections of this process at a time
 * @param limit of open files
 * @returns undefined when there is nothing to do
 */
export function openFileProblem(
  connections: number,
  limit: number,
): string | undefined {
  const needed = connections + others;
  return needed <= limit
    ? undefined
    : `${connections} connections need ${needed} open files, and this process may have ${limit}; raise the limit with "ulimit -n ${needed}", or measure fewer, for example with --sockets ${Math.max(1, Math.floor((limit - others) / 3))}.`;
}

function read(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Reflect.get(value, key)
    : undefined;
}
