import {
  PLATFORM_ID,
  runInInjectionContext,
  Injector,
  type Signal,
} from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  keepConnected,
  type Link,
  type LinkState,
} from '../../src/app/live/keep-connected';
import { setOnline, setVisible } from './support/browser-state';
import { takeOver } from './support/take-over';

/** All connections that were opened, each with the callbacks that the test calls. */
let links: (Link & { isEnded: boolean })[];
let state: Signal<LinkState>;

beforeEach(() => {
  takeOver();
  links = [];
});

describe('in a browser', () => {
  beforeEach(() => start());

  it('connects at once, and is connected at the first sign of life', () => {
    expect(links).toHaveLength(1);
    expect(state()).toBe('connecting');
    last().alive(1000);
    expect(state()).toBe('connected');
  });

  // #region waits
  it('waits longer after each failure, until one attempt succeeds', () => {
    const waits: number[] = [];
    const fail = () => {
      last().lost();
      expect(state()).toBe('lost');
      waits.push(waitForNext());
    };
    for (let failures = 0; failures < 8; failures += 1) fail();
    expect(waits).toEqual([
      500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000,
    ]);

    last().alive(60_000);
    fail();
    expect(waits.at(-1)).toBe(500);
  });

  it('leaves up to half of the wait to chance', () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    last().lost();
    expect(waitForNext()).toBe(250);
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    last().lost();
    expect(waitForNext()).toBe(750);
  });
  // #endregion waits

  it('has one connection at a time, and does not hear an old one', () => {
    const [first] = links;
    last().lost();
    waitForNext();
    expect(links).toHaveLength(2);
    expect(first.isEnded).toBe(true);
    expect(last().isEnded).toBe(false);
  });

  it('takes silence for a loss', () => {
    last().alive(1000);
    vi.advanceTimersByTime(1999);
    expect(state()).toBe('connected');
    vi.advanceTimersByTime(1);
    expect(state()).toBe('lost');
    expect(links[0]?.isEnded).toBe(true);
  });

  it('is content with a sign of life that is late', () => {
    for (let sign = 0; sign < 10; sign += 1) {
      last().alive(1000);
      vi.advanceTimersByTime(1900);
    }
    expect(state()).toBe('connected');
    expect(links).toHaveLength(1);
  });

  it('does not wait for ever for a first sign', () => {
    vi.advanceTimersByTime(9999);
    expect(state()).toBe('connecting');
    vi.advanceTimersByTime(1);
    expect(state()).toBe('lost');
    waitForNext();
    expect(links).toHaveLength(2);
  });

  // #region offline
  it('does not try without a network, and does at once with one', () => {
    last().alive(1000);
    setOnline(false);
    expect(state()).toBe('offline');
    expect(links[0]?.isEnded).toBe(true);
    vi.advanceTimersByTime(3_600_000);
    expect(links).toHaveLength(1);

    setOnline(true);
    expect(links).toHaveLength(2);
    expect(state()).toBe('connecting');
    expect(vi.getTimerCount()).toBe(1);
  });
  // #endregion offline

  it('forgets its failures when the network was the reason', () => {
    for (let failures = 0; failures < 5; failures += 1) {
      last().lost();
      waitForNext();
    }
    setOnline(false);
    setOnline(true);
    last().lost();
    expect(waitForNext()).toBe(500);
  });

  it('keeps the connection of a hidden page', () => {
    last().alive(1000);
    setVisible(false);
    expect(state()).toBe('connected');
    expect(links[0]?.isEnded).toBe(false);
    setVisible(true);
    expect(links).toHaveLength(1);
  });

  it('renews a lost one of a hidden page when it is seen again', () => {
    last().alive(1000);
    setVisible(false);
    last().lost();
    expect(state()).toBe('lost');
    vi.advanceTimersByTime(3_600_000);
    expect(links).toHaveLength(1);

    setVisible(true);
    expect(links).toHaveLength(2);
  });

  it('does not wait for the rest of a delay when the page is seen', () => {
    for (let failures = 0; failures < 6; failures += 1) {
      last().lost();
      waitForNext();
    }
    last().lost();
    setVisible(false);
    setVisible(true);
    expect(links).toHaveLength(8);
    expect(vi.getTimerCount()).toBe(1);
  });

  it.each([
    ['connected', () => last().alive(1000)],
    ['waiting', () => last().lost()],
    ['connecting', () => undefined],
  ])('leaves nothing behind when it is destroyed while %s', (_, get) => {
    get();
    TestBed.resetTestingModule();
    expect(links.every(({ isEnded }) => isEnded)).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
    setOnline(false);
    setOnline(true);
    setVisible(true);
    expect(links).toHaveLength(1);
  });
});

it('begins without a network, and waits for one', () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  start();
  expect(state()).toBe('offline');
  expect(links).toHaveLength(0);
  setOnline(true);
  expect(links).toHaveLength(1);
});

it('opens nothing while the server renders', () => {
  start('server');
  expect(links).toHaveLength(0);
  setOnline(true);
  setVisible(true);
  expect(links).toHaveLength(0);
  expect(state()).toBe('connecting');
  expect(vi.getTimerCount()).toBe(0);
});

function start(platform = 'browser'): void {
  TestBed.configureTestingModule({
    providers: [{ provide: PLATFORM_ID, useValue: platform }],
  });
  runInInjectionContext(TestBed.inject(Injector), () => {
    state = keepConnected((link) => {
      const kept = { ...link, isEnded: false };
      links.push(kept);
      return () => (kept.isEnded = true);
    });
  });
}

function last(): Link & { isEnded: boolean } {
  const link = links.at(-1);
  if (!link) throw new Error('Nothing was opened.');
  return link;
}

/** How many milliseconds pass until the next connection is opened. */
function waitForNext(): number {
  const { length } = links;
  const start = Date.now();
  while (links.length === length) {
    if (Date.now() - start > 60_000) throw new Error('It gave up.');
    vi.advanceTimersByTime(1);
  }
  return Date.now() - start;
}
