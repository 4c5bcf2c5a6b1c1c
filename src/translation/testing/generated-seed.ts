/**
 * Where tests that write their own input begin.
 *
 * @returns The same in every check, so that one fails only where somebody has changed something; `GENERATED_SEED` if it is set.
 */
export function generatedSeed(): number {
  return Number(process.env['GENERATED_SEED'] ?? 1);
}
