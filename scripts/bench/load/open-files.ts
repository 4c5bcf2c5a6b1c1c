import { property } from '../../../src/core/property.ts';

/** Number of open files besides connections. */
const otherFiles = 200;

/**
 * Returns the limit of open files; infinity if there is none. Node has raised the soft limit, so only the hard limit can be
 * raised.
 */
export function openFileLimit(): number {
  const report: unknown = process.report.getReport();
  const limit = property(report, 'userLimits', 'open_files', 'soft');
  return typeof limit === 'number' ? limit : Number.POSITIVE_INFINITY;
}

/**
 * Explains how to open a number of connections.
 *
 * @param connections simultaneous connections of this process
 * @param limit of open files
 * @returns undefined if the limit is sufficient
 */
export function openFileProblem(
  connections: number,
  limit: number,
): string | undefined {
  const needed = connections + otherFiles;
  return needed <= limit
    ? undefined
    : `${connections} connections need ${needed} open files, and this process may have ${limit}; raise the limit with "ulimit -n ${needed}", or measure fewer, for example with --sockets ${Math.max(1, Math.floor((limit - otherFiles) / 3))}.`;
}
