import { expect, it } from 'vitest';
import { expectEvidence } from './support/evidence';

it('fails on a server', async () => {
  const error: unknown = await fetch('/api/notes').catch(
    (reason: unknown) => reason,
  );
  const message = error instanceof TypeError ? error.message : 'no TypeError';
  expect(message).toBe('Failed to parse URL from /api/notes');
  await expectEvidence('relative-url', { kind: 'facts', fetch: { message } });
});
