/**
 * Waits for two servers that start at the same time.
 *
 * @throws the error of one of them, after the other has been stopped
 */
export async function startTogether<T extends { stop(): Promise<void> }>(
  first: Promise<T>,
  second: Promise<T>,
): Promise<[T, T]> {
  const outcomes = await Promise.allSettled([first, second]);
  if (outcomes.some(({ status }) => status === 'rejected')) {
    for (const outcome of outcomes) {
      if (outcome.status === 'fulfilled') await outcome.value.stop();
    }
  }
  return Promise.all([first, second]);
}
