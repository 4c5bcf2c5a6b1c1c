import { once } from 'node:events';
import { expect, inject, it } from 'vitest';
import WebSocket from 'ws';
import { expectEvidence } from './support/evidence';
import { listening, open } from './support/feed';

const modes = ['development', 'production'] as const;

it("disconnects only clients that don't answer pings", async () => {
  const [development, production] = await Promise.all(
    modes.map(async (mode) => {
      const server = inject(mode);
      const dead = await open(server, undefined, { autoPong: false });
      const alive = await open(server);
      const [code] = (await once(dead, 'close')) as [number];
      // The second ping is sent because the first was answered.
      await once(alive, 'ping');
      await once(alive, 'ping');
      expect(alive.readyState).toBe(WebSocket.OPEN);
      await expect.poll(() => countOf(server)).toBe(1);
      const closed = once(alive, 'close');
      alive.close();
      await closed;
      return { dead: 'is cut off', code, alive: 'stays' };
    }),
  );
  const measured = { kind: 'facts', development, production };
  await expectEvidence('heartbeat', measured);
});

async function countOf(server: string): Promise<number> {
  return (await listening(server)).limited;
}
