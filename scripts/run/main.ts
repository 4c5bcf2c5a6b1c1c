/**
 * Runs a command to its end. An error is one message on standard error and exit
 * code 1: what a person can act on, without a stack.
 *
 * @param command resolves to the exit code, or to nothing for 0
 */
export async function main(
  command: () => Promise<number | undefined>,
): Promise<void> {
  try {
    process.exitCode = (await command()) ?? 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
