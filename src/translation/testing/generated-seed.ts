/** Returns the seed of generated input: constant, so that failures are reproducible, or `GENERATED_SEED`. */
export function generatedSeed(): number {
  return Number(process.env['GENERATED_SEED'] ?? 1);
}
