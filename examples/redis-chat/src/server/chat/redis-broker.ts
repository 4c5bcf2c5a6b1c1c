import { setTimeout as delay } from 'node:timers/promises';
import { createClient } from '@redis/client';
import type { ChatMessage } from '../../shared/chat-event';
import { limits } from '../../shared/chat-limits';
import type { Broker, Following, History } from './broker';

// One hash tag: in a cluster of Redis, a script may touch both keys.
const stream = '{chat}:messages';
const keyOf = (key: string) => `{chat}:key:${key}`;

// #region store
/** Stores a message unless its key is known; returns the ID in both cases. */
const storeOnce = `
  local id = redis.call('GET', KEYS[2])
  if id then return id end
  id = redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[1], '*',
    'key', ARGV[3], 'name', ARGV[4], 'text', ARGV[5])
  redis.call('SET', KEYS[2], id, 'EX', ARGV[2])
  return id`;
// #endregion store

/** Keeps the messages in a Redis stream, for any number of processes. */
export class RedisBroker implements Broker {
  readonly name = 'redis';
  readonly #commands: Client;
  /** Waits for messages, so it can do nothing else. */
  readonly #reader: Client;
  #position: string | undefined;
  #closed = false;

  constructor(url: string) {
    this.#commands = connect(url);
    this.#reader = connect(url);
  }

  async store({ key, name, text }: Omit<ChatMessage, 'id'>): Promise<string> {
    const id = await this.#commands.eval(storeOnce, {
      keys: [stream, keyOf(key)],
      arguments: [
        ...[`${limits.stored}`, `${limits.secondsOfKeys}`],
        ...[key, name, text],
      ],
    });
    if (typeof id !== 'string') {
      throw new TypeError('Redis gave no id.');
    }
    return id;
  }

  async read(after: string | undefined): Promise<History> {
    this.#checkFollowing();
    if (after === undefined) {
      const newest = await this.#commands.xRevRange(stream, '+', '-', {
        COUNT: limits.history,
      });
      return { resumed: false, messages: toMessages(newest).reverse() };
    }
    const known = await this.#commands.xRange(stream, after, '+');
    const messages = toMessages(known);
    if (messages.some(({ id }) => id === after)) {
      return { resumed: true, messages: messages.slice(1) };
    }
    // If that message is gone, later ones may be too: return all.
    const all = await this.#commands.xRange(stream, '-', '+');
    return { resumed: false, messages: toMessages(all) };
  }

  follow(following: Following): void {
    void this.#follow(following);
  }

  async check(): Promise<void> {
    this.#checkFollowing();
    await this.#commands.ping();
  }

  close(): Promise<void> {
    this.#closed = true;
    this.#reader.destroy();
    this.#commands.destroy();
    return Promise.resolve();
  }

  // #region follow
  async #follow(following: Following): Promise<void> {
    let interrupted = false;
    while (!this.#closed) {
      try {
        this.#position ??= await this.#newest();
        if (interrupted && !(await this.#has(this.#position))) {
          this.#position = await this.#newest();
          following.lost();
        }
        interrupted = false;
        const after = { key: stream, id: this.#position };
        const reply: Reply = await this.#reader.xRead(after, { BLOCK: 2_000 });
        for (const message of toMessages(reply?.[0]?.messages)) {
          this.#position = message.id;
          following.hear(message);
        }
      } catch {
        // Redis is unreachable. Messages stored in the meantime are read later.
        interrupted = true;
        await delay(200);
      }
    }
  }
  // #endregion follow

  #checkFollowing(): void {
    if (this.#position === undefined) {
      throw new Error('Not following yet: messages could be left out.');
    }
  }

  async #newest(): Promise<string> {
    const newest = await this.#reader.xRevRange(stream, '+', '-', { COUNT: 1 });
    return newest?.[0]?.id ?? '0-0';
  }

  async #has(id: string): Promise<boolean> {
    const found = await this.#reader.xRange(stream, id, id);
    return found?.length === 1 || id === '0-0';
  }
}

type Client = ReturnType<typeof connect>;

/** Connects now, and again whenever the connection is lost; until then, commands fail immediately. */
function connect(url: string) {
  const client = createClient({
    url,
    disableOfflineQueue: true,
    // Detects a Redis that stopped responding: it has six seconds for an answer.
    pingInterval: 2_000,
    socket: {
      socketTimeout: 6_000,
      reconnectStrategy: (retries) => Math.min(50 * 2 ** retries, 1_000),
    },
  });
  let away = false;
  client.on('error', (error: Error) => {
    if (!away && client.isOpen)
      console.error(`Redis is out of reach: ${error.message}`);
    away = true;
  });
  client.on('ready', () => {
    away = false;
  });
  client.connect().catch(() => undefined);
  return client;
}

/** The answer of a stream: `null` when nothing arrived in time. */
type Reply = readonly { readonly messages: readonly Entry[] }[] | null;

interface Entry {
  readonly id: string;
  readonly message: Readonly<Record<string, string>>;
}

function toMessages(
  entries: readonly Entry[] | null | undefined,
): ChatMessage[] {
  return (entries ?? []).map(({ id, message }) => {
    const { key = '', name = '', text = '' } = message;
    return { id, key, name, text };
  });
}
