/**
 * Runs a command and sets the exit code. An error is printed without its stack.
 *
 * @param command resolves to the exit code; undefined means 0
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
