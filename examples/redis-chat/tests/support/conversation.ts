import { expect } from 'vitest';
import { isAfter } from '../../src/shared/message-id';
import type { ChatClient } from './chat-client.ts';

/** How many messages of one client may wait for their acknowledgement. */
const window = 5;

/** Lets all clients talk at the same time, each a number of messages; resolves when all are acknowledged. */
export async function talk(
  clients: readonly ChatClient[],
  topic: string,
  count: number,
): Promise<void> {
  await Promise.all(
    clients.map(async (client) => {
      for (let number = 1; number <= count; number++) {
        client.say(`${topic}: ${client.name} ${number}`);
        await client.until(({ state }) => state.pending.length < window);
      }
      await client.until(({ state }) => state.pending.length === 0);
    }),
  );
}

/** How many messages of a topic a client has. */
export function heardOf(client: ChatClient, topic: string): number {
  return textsOf(client, topic).length;
}

function textsOf(client: ChatClient, topic: string): string[] {
  return client.texts.filter((text) => text.startsWith(`${topic}:`));
}

/**
 * Checks that every client has every message of a topic: once, in one order for
 * all, and those of one speaker in the order in which they were said.
 */
export async function expectWhole(
  clients: readonly ChatClient[],
  topic: string,
  count: number,
): Promise<void> {
  const all = clients.length * count;
  for (const client of clients) {
    await client.until(() => heardOf(client, topic) >= all);
  }
  const [first, ...others] = clients.map((client) => textsOf(client, topic));
  expect(first).toHaveLength(all);
  for (const texts of others) expect(texts).toEqual(first);
  for (const { name, heard, welcomes } of clients) {
    const own = first.filter((text) => text.includes(`: ${name} `));
    const inOrder = Array.from(
      { length: count },
      (_, index) => `${topic}: ${name} ${index + 1}`,
    );
    expect(own).toEqual(inOrder);
    // All came over the wire in the order of their ids, none twice.
    expect(welcomes.slice(1)).not.toContain(false);
    expect(
      heard.every(
        ({ id }, at) => at === 0 || isAfter(id, heard[at - 1]?.id ?? ''),
      ),
    ).toBe(true);
  }
}
