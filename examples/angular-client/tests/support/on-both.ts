import { inject } from 'vitest';

/**
 * Asks both servers the same, and keeps the answers side by side.
 *
 * @param ask what asks one, by its address
 */
export async function onBoth<T>(
  ask: (url: string) => Promise<T>,
): Promise<{ development: T; production: T }> {
  return {
    development: await ask(inject('development')),
    production: await ask(inject('production')),
  };
}
