import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { type Member, Transcript } from './scenarios/transcript';
import { launchBrowser } from './support/browser';
import { expectEvidence } from './support/evidence';
import { openEventStream } from './support/event-stream';
import { networkClient } from './support/network-client';
import { closeCodeAfter } from './support/raw-frames';
import { type AppServer, startServer } from './support/server';
import { startTogether } from './support/start-together';

const uuid = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[\da-f]{4}-[\da-f]{12}$/;

let production: AppServer;
let development: AppServer;
let browser: Browser;

beforeAll(async () => {
  [production, development] = await startTogether(
    startServer('production'),
    startServer('development'),
  );
  browser = await launchBrowser();
});
afterAll(() =>
  Promise.all([production.stop(), development.stop(), browser.close()]),
);

it('members of Peer and Message', async () => {
  const addresses = new Map<AppServer, unknown>();
  const measured = await onBoth((server) =>
    withSockets(server, async (transcript) => {
      const other = await transcript.connect('other', '/api/ws/echo');
      const ada = await transcript.connect('Ada', '/api/ws/members?a=1');
      ada.send('42');
      await ada.next();
      const text = await received<Members>(ada);
      ada.send(new Uint8Array([1, 2, 3]));
      await ada.next();
      const binary = await received<Members>(ada);
      other.close(1000, '');
      addresses.set(server, text.peer.remoteAddress ?? 'undefined');
      return { peer: peerFacts(text, binary), ...messageFacts(text, binary) };
    }),
  );
  const remoteAddress = {
    production: addresses.get(production),
    development: addresses.get(development),
  };
  await expectEvidence('members', { remoteAddress, ...measured });
});

it('order of hooks, and what close and error get', async () => {
  const measured = await onBoth((server) =>
    withSockets(server, async (transcript) => {
      const watcher = await transcript.connect('watcher', hooks('watcher'));
      const logOf = async (name: string) => {
        watcher.send(`log ${name}`);
        return received<string[]>(watcher);
      };
      const logged = (name: string, entry: string) =>
        expect.poll(() => logOf(name)).toContain(entry);

      const ada = await transcript.connect('Ada', hooks('Ada'));
      ada.send('first');
      await logged('Ada', 'first ends');
      ada.send('release');
      await logged('Ada', 'open ends');
      ada.send('wait');
      ada.send('second');
      await logged('Ada', 'second ends');
      ada.send('release');
      await logged('Ada', 'wait ends');
      ada.close(4000, 'throw');
      await ada.next();
      await logged('Ada', 'close throws');
      const log = await logOf('Ada');
      const delays = (end: string, start: string) =>
        log.indexOf(end) < log.indexOf(start);

      const errors: Record<string, object> = {};
      for (const [name, bytes] of Object.entries(invalidFrames)) {
        const url = new URL(hooks(name), server.url);
        const code = await closeCodeAfter(url, bytes);
        await logged(name, 'close ends');
        const [error, close] = (await logOf(name)).slice(3, 5);
        errors[name] = { code, error, closeCode: closeCodeIn(close) };
      }
      return {
        upgrade: { promiseDelaysOpen: delays('upgrade ends', 'open starts') },
        open: { promiseDelaysMessages: delays('open ends', 'first starts') },
        message: { promiseDelaysNext: delays('wait ends', 'second starts') },
        close: {
          closeCode: closeCodeIn(log.at(-4)),
          send: log.at(-3),
          peers: log.at(-2),
          // The watcher's socket works after the error.
          afterError: 'other sockets stay open',
          printed: /\S*Error: This close hook.*/.exec(server.output())?.[0],
        },
        errors,
      };
    }),
  );
  await expectEvidence('hooks', measured);
});

it('close code of a tab that closes', async () => {
  const measured = await onBoth((server) =>
    withSockets(server, async (transcript) => {
      const watcher = await transcript.connect('watcher', '/api/ws/close');
      watcher.send('watch');
      await watcher.next();
      const codes: Record<string, number> = {};
      for (const how of ['tab closes', 'page reloads'] as const) {
        const page = await browser.newPage();
        await page.goto(new URL('/api/notes', server.url).href);
        await page.evaluate(
          () =>
            new Promise((resolve) => {
              const socket = new WebSocket('/api/ws/close');
              socket.onopen = resolve;
            }),
        );
        if (how === 'page reloads') await page.reload();
        await page.close();
        const frame = await watcher.next();
        codes[how] = closeCodeIn('text' in frame ? frame.text : '');
      }
      return {
        tabCloses: { closeCode: codes['tab closes'] },
        pageReloads: { closeCode: codes['page reloads'] },
      };
    }),
  );
  await expectEvidence('closed-by-browser', measured);
});

it('the smallest stream sends the time each second', () =>
  onBoth(async ({ url }) => {
    const clock = await openEventStream(`${url}/api/stream/clock`);
    const times = (await clock.take(2)).map(({ data }) => Date.parse(data));
    clock.leave();
    const [first = NaN, second = NaN] = times;
    return { advances: second - first > 500 };
  }).then((measured) => expect(measured).toEqual({ advances: true })));

it('members of EventStream', async () => {
  const measured = await onBoth(async ({ url }) => {
    const open = (name: string, more = '') =>
      openEventStream(`${url}/api/stream/members?name=${name}${more}`);
    const call = async (name: string, of: string, data = '') => {
      const response = await fetch(
        `${url}/api/stream/members?name=${name}&call=${of}&data=${data}`,
      );
      return (await response.json()) as StreamState;
    };

    const ada = await open('Ada');
    await ada.next();
    const paused = await call('Ada', 'pause');
    await call('Ada', 'push', 'while paused');
    const flushed = await call('Ada', 'flush');
    const afterFlush = await ada.next();
    await call('Ada', 'push', 'also while paused');
    await call('Ada', 'push', 'and another');
    const resumed = await call('Ada', 'resume');
    const afterResume = await ada.take(2);
    const closed = await call('Ada', 'close');
    const afterClose = await ada.next().then(
      () => 'an event',
      () => 'the end',
    );
    const pushed = await call('Ada', 'push', 'too late');

    const leaves = async (name: string, more: string) => {
      const reader = await open(name, more);
      await reader.next();
      reader.leave();
      await expect
        .poll(() => call(name, 'state'))
        .toMatchObject({ left: true });
      return call(name, 'push', 'to nobody');
    };
    const autoclose = await leaves('Bob', '');
    const withoutAutoclose = await leaves('Chi', '&autoclose=no');
    return {
      pause: { isPaused: paused.isPaused },
      flush: { receives: afterFlush.data, isPaused: flushed.isPaused },
      resume: {
        receives: afterResume.map(({ data }) => data),
        isPaused: resumed.isPaused,
      },
      close: { receives: afterClose, onClosed: closed.closed },
      pushAfterClose: { onClosed: pushed.closed },
      clientLeaves: {
        onClosed: autoclose.closed,
        onClosedWithoutAutoclose: withoutAutoclose.closed,
      },
    };
  });
  await expectEvidence('event-stream', measured);
});

interface Members {
  readonly peer: Readonly<Record<string, unknown>> & {
    readonly remoteAddress?: string;
    readonly id: string;
    readonly peers: readonly string[];
    readonly request: { readonly url: string; readonly host: string };
    readonly websocket: { readonly url: string };
  };
  readonly message: Readonly<Record<string, unknown>> & {
    readonly id: string;
    readonly bytes: number;
    readonly arrayBufferBytes: number;
  };
}

interface StreamState {
  readonly isPaused: boolean;
  readonly left: boolean;
  readonly closed: number;
}

/** Each violates the protocol in another way. */
const invalidFrames: Readonly<Record<string, readonly number[]>> = {
  // Text without a mask.
  unmasked: [0x81, 0x02, 0x68, 0x69],
  // A masked text that isn't UTF-8.
  invalidText: [0x81, 0x81, 0, 0, 0, 0, 0xff],
  // The header of a masked binary frame of 100 MiB and one byte.
  tooLarge: [0x82, 0xff, 0, 0, 0, 0, 0x06, 0x40, 0, 1, 0, 0, 0, 0],
};

function peerFacts(first: Members, second: Members): object {
  const { id, idInOpen, peers, text, request, websocket } = first.peer;
  const { topics, sendReturns } = first.peer;
  expect(id).toMatch(uuid);
  return {
    id: 'a random UUID',
    inAllHooks:
      idInOpen === id && second.peer.id === id ? 'the same' : 'another',
    toString: text === id ? 'the ID' : text,
    peers: peers.includes(id) && peers.length > 1 ? 'all routes' : peers,
    request: {
      ...request,
      url: request.url.replace(request.host, '<host>'),
      host: '<host>',
    },
    websocket: {
      ...websocket,
      url: websocket.url.replace(request.host, '<host>'),
    },
    topics,
    sendReturns,
  };
}

function messageFacts(text: Members, binary: Members): object {
  expect(text.message.id).toMatch(uuid);
  const facts = ({ message }: Members) => {
    const { id, arrayBufferBytes, ...rest } = message;
    const longer = arrayBufferBytes > message.bytes;
    return {
      id: id === text.message.id ? 'a random UUID' : 'another UUID',
      ...rest,
      arrayBufferBytes: longer ? 'more than the message' : arrayBufferBytes,
    };
  };
  return { text: facts(text), binary: facts(binary) };
}

function hooks(name: string): string {
  return `/api/ws/hooks?name=${name}`;
}

/** Returns the code in the log of a `close` hook: `closed with 1001 ""`. */
function closeCodeIn(entry = ''): number {
  const [, code] = /^close(?:d with)? (\d+)/.exec(entry) ?? [];
  return Number(code);
}

/** Takes the next frame as JSON. */
async function received<T>(member: Member): Promise<T> {
  const frame = await member.next();
  if (!('text' in frame)) throw new Error('The frame has no text.');
  return JSON.parse(frame.text) as T;
}

/** Opens sockets, which are closed when `use` ends. */
async function withSockets<T>(
  { url }: AppServer,
  use: (transcript: Transcript) => Promise<T>,
): Promise<T> {
  const transcript = new Transcript(networkClient(url));
  try {
    return await use(transcript);
  } finally {
    transcript.end();
  }
}

/** Measures both servers, which have to agree. */
async function onBoth<T>(
  measure: (server: AppServer) => Promise<T>,
): Promise<T> {
  const measured = await measure(production);
  expect(await measure(development)).toEqual(measured);
  return measured;
}
