import type { Client, Crowd } from './clients.ts';
import type { RunningContender } from './contender.ts';
import { clientFrame } from './frames.ts';

/** Result of a round. */
export interface Round {
  /** Answers or deliveries. */
  readonly perSecond: number;
  /** The server's processor time for each. */
  readonly microseconds: number;
}

/** Length of each text in bytes. */
export const textBytes = 64;
const timesAtOnce = 4;
const text = clientFrame('text', 'x'.repeat(textBytes));

/**
 * Every client sends a text, and another after each answer.
 *
 * @param seconds duration; later answers to earlier texts count
 */
export function echoRound(
  server: RunningContender,
  crowd: Crowd,
  seconds: number,
): Promise<Round> {
  const { clients } = crowd;
  return measured(server, crowd, (count) => {
    const end = performance.now() + seconds * 1000;
    let unanswered = clients.length;
    return new Promise((resolve) => {
      for (const client of clients) {
        client.onText = () => {
          count();
          if (performance.now() < end) {
            client.send(text);
            return;
          }
          unanswered -= 1;
          if (unanswered === 0) resolve();
        };
      }
      for (const client of clients) client.send(text);
    });
  });
}

/**
 * The server broadcasts repeatedly, each time after all clients have received everything.
 *
 * @param seconds duration; later deliveries of earlier texts count
 */
export function broadcastRound(
  server: RunningContender,
  crowd: Crowd,
  seconds: number,
): Promise<Round> {
  const { clients } = crowd;
  return measured(server, crowd, async (count) => {
    let missing = 0;
    let allThere = (): void => undefined;
    for (const client of clients) {
      client.onText = () => {
        count();
        missing -= 1;
        if (missing === 0) allThere();
      };
    }
    const end = performance.now() + seconds * 1000;
    while (performance.now() < end) {
      missing = clients.length * timesAtOnce;
      const arrived = new Promise<void>((resolve) => {
        allThere = resolve;
      });
      await server.send(textBytes, timesAtOnce);
      await arrived;
    }
  });
}

async function measured(
  server: RunningContender,
  crowd: Crowd,
  play: (count: () => void) => Promise<void>,
): Promise<Round> {
  let received = 0;
  const before = await server.usage('processor');
  const began = performance.now();
  const played = play(() => {
    received += 1;
  });
  await Promise.race([played, crowd.lost]);
  const seconds = (performance.now() - began) / 1000;
  const after = await server.usage('processor');
  quiet(crowd.clients);
  return {
    perSecond: received / seconds,
    microseconds: (after.microseconds - before.microseconds) / received,
  };
}

function quiet(clients: readonly Client[]): void {
  for (const client of clients) client.onText = () => undefined;
}
