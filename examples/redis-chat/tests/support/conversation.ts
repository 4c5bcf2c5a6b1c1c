import { expect } from 'vitest';
import { isAfter } from '../../src/shared/message-id';
import type { ChatClient } from './chat-client';

/** Maximum number of unacknowledged messages of a client. */
const window = 5;

/** Makes all clients send messages at the same time; resolves when all are acknowledged. */
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

/** Returns the number of a client's messages of a topic. */
export function heardOf(client: ChatClient, topic: string): number {
  return textsOf(client, topic).length;
}

function textsOf(client: ChatClient, topic: string): string[] {
  return client.texts.filter((text) => text.startsWith(`${topic}:`));
}

/**
 * Expects that every client has every message of a topic: once, all in the same order, and each sender's in the order in which
 * they were sent.
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
    // All arrived in the order of their ids, none twice.
    expect(welcomes.slice(1)).not.toContain(false);
    expect(
      heard.every(
        ({ id }, at) => at === 0 || isAfter(id, heard[at - 1]?.id ?? ''),
      ),
    ).toBe(true);
  }
}
