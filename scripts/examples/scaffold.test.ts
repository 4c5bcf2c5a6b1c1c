import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('the guide changes the config that a new app has', () => {
  const [scaffold, before] = [
    'tests/paste/scaffold/vite.config.ts',
    'examples/websocket-chat/before/vite.config.ts',
  ].map((file) => readFileSync(file, 'utf8'));
  expect(before).toBe(scaffold);
});
