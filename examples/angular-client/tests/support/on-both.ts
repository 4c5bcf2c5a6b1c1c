import { inject } from 'vitest';

/**
 * Runs the same on both servers, and returns both results.
 *
 * @param ask called with the URL of each server
 */
export async function onBoth<T>(
  ask: (url: string) => Promise<T>,
): Promise<{ development: T; production: T }> {
  return {
    development: await ask(inject('development')),
    production: await ask(inject('production')),
  };
}
