import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ServerSlot } from './server-slot.ts';
import type { Crash } from './start-server.ts';
import { type Behavior, FakeBrowser, fileOf } from './testing/fake-browser.ts';

/** How a server of each behavior ends; undefined for one that keeps running. */
const endings: Readonly<Record<Behavior, Crash | undefined>> = {
  works: undefined,
  slow: undefined,
  loops: 'unresponsive',
  forges: 'flood',
  breaks: 'error',
  'never ready': 'start',
};

/** Longer than every time limit. */
const longEnough = 13_000;

let browser: FakeBrowser;
let slot: ServerSlot;

function open(): void {
  browser = new FakeBrowser();
  for (const [name, value] of Object.entries(browser.globals)) {
    vi.stubGlobal(name, value);
  }
  slot = new ServerSlot({ runtime: 'runtime', onConsole: () => undefined });
}

beforeEach(() => {
  vi.useFakeTimers();
  open();
});
afterEach(() => {
  slot.close();
  vi.useRealTimers();
});

const start = (behavior: Behavior) => void slot.start([fileOf(behavior)]);
const wait = (milliseconds: number) =>
  vi.advanceTimersByTimeAsync(milliseconds);

async function answer(): Promise<number | undefined> {
  const answered = slot
    .server()
    ?.fetch('/')
    .catch(() => undefined);
  await wait(10);
  return (await answered)?.status;
}

it('a second start within a second results in a working server', async () => {
  start('works');
  start('works');
  await wait(longEnough);
  expect(slot.getSnapshot()).toMatchObject({ crash: undefined, started: 1 });
  expect(await answer()).toBe(204);
  expect(browser.workers.size).toBe(1);
});

it('requests the sandbox again after a failure', async () => {
  browser.isOnline = false;
  start('works');
  await wait(longEnough);
  expect(slot.getSnapshot().crash).toBe('start');
  browser.isOnline = true;
  start('works');
  await wait(longEnough);
  expect(await answer()).toBe(204);
  expect(browser.frames.size).toBe(1);
});

/** The expected state: the last start counts, until the slot is closed. */
interface Model {
  last: Behavior | undefined;
  isClosed: boolean;
}

const command = (
  text: string,
  run: (model: Model) => Promise<void> | void,
): fc.AsyncCommand<Model, object> => ({
  check: () => true,
  run: async (model) => run(model),
  toString: () => text,
});

async function settle({ last, isClosed }: Model): Promise<void> {
  await wait(longEnough);
  const runs = !isClosed && last !== undefined && !endings[last];
  expect(browser.workers.size).toBe(runs ? 1 : 0);
  expect(await answer()).toBe(runs ? 204 : undefined);
  expect(browser.frames.size).toBe(isClosed || !last ? 0 : 1);
  if (!isClosed) expect(slot.getSnapshot().crash).toBe(last && endings[last]);
}

const behaviors = Object.keys(endings) as Behavior[];
const commands = [
  fc.constantFrom(...behaviors).map((behavior) =>
    command(`start: ${behavior}`, (model) => {
      start(behavior);
      if (!model.isClosed) model.last = behavior;
    }),
  ),
  fc
    .constantFrom(0, 1, 2, 3, 500, 2_000, 9_500)
    .map((time) => command(`wait ${time} ms`, () => wait(time).then(() => {}))),
  fc.constant(
    command('close', (model) => {
      model.isClosed = true;
      slot.close();
    }),
  ),
  fc.constant(command('settle', settle)),
];

it('any sequence of starts results in one working server or its crash', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.commands(commands, { maxCommands: 20 }),
      async (all) => {
        slot.close();
        open();
        const model: Model = { last: undefined, isClosed: false };
        await fc.asyncModelRun(() => ({ model, real: {} }), all);
        await settle(model);
      },
    ),
    { numRuns: 150, seed: 14 },
  );
});
