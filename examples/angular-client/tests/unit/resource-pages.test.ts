import { PLATFORM_ID, type Type } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import ResourcePage from '../../src/app/pages/resource.page';
import RxjsPage from '../../src/app/pages/rxjs.page';
import { FakeEventSource } from './support/fake-event-source';
import { FakeSocket } from './support/fake-socket';
import { alive, elementOf, entry, socket, source } from './support/fakes';
import { takeOver } from './support/take-over';

let fixture: ComponentFixture<unknown>;

beforeEach(() => takeOver());

describe('the page with a resource', () => {
  beforeEach(() => open(ResourcePage));

  it('is loading until all entries have arrived, then appends new ones', async () => {
    source().receive(entry(1));
    expect(await status()).toBe('loading');
    source().receive(alive);
    expect(await status()).toBe('resolved');
    source().receive(entry(2));
    expect(await texts()).toEqual(['Note 1', 'Note 2']);
  });

  it('leaves reconnects to the browser', async () => {
    source().receive(entry(1));
    source().receive(alive);
    source().lose();
    source().receive(entry(2));
    expect(await texts()).toEqual(['Note 1', 'Note 2']);
    expect(FakeEventSource.opened).toHaveLength(1);
  });

  it("shows a response that isn't a stream, and retries on request", async () => {
    source().refuse();
    expect(await status()).toBe('error');
    vi.advanceTimersByTime(3_600_000);
    expect(FakeEventSource.opened).toHaveLength(1);
    await click('Try again');
    expect(FakeEventSource.opened).toHaveLength(2);
    source().receive(alive);
    expect(await status()).toBe('resolved');
  });

  it('closes its stream when it is paused and on navigation', async () => {
    source().receive(alive);
    await click('Pause');
    expect(await status()).toBe('paused');
    expect(source().readyState).toBe(2);
    expect(find('[role=log]')).toBeNull();
    await click('Go on');
    expect(FakeEventSource.opened).toHaveLength(2);
    fixture.destroy();
    expect(source().readyState).toBe(2);
  });
});

describe('the page with RxJS', () => {
  beforeEach(() => open(RxjsPage));

  it('appends entries, and resumes after the last one', async () => {
    begin(entry(1), alive);
    expect(await texts()).toEqual(['Note 1']);
    socket().end();
    vi.advanceTimersByTime(500);
    expect(socket().url).toBe('/api/ws/logbook?after=b-1');
    begin(entry(2), alive);
    expect(await texts()).toEqual(['Note 1', 'Note 2']);
    expect(await status()).toBe('resolved');
  });

  it('reconnects after a regular close, too', async () => {
    begin(entry(1));
    socket().end(1001);
    vi.advanceTimersByTime(500);
    expect(FakeSocket.opened).toHaveLength(2);
    begin(entry(2));
    expect(await texts()).toEqual(['Note 1', 'Note 2']);
  });

  it('waits longer after each failure until one attempt succeeds', () => {
    const opensAfter = (delay: number) => {
      socket().end();
      vi.advanceTimersByTime(delay - 1);
      const before = FakeSocket.opened.length;
      vi.advanceTimersByTime(1);
      return FakeSocket.opened.length - before;
    };
    expect([500, 1000, 2000].map(opensAfter)).toEqual([1, 1, 1]);
    begin(alive);
    expect(opensAfter(500)).toBe(1);
  });

  it('ignores unknown messages', async () => {
    begin(entry(1));
    socket().receive('{');
    socket().receive(entry(2));
    expect(await texts()).toEqual(['Note 1', 'Note 2']);
    expect(FakeSocket.opened).toHaveLength(1);
  });

  it('closes its socket on navigation', () => {
    begin(alive);
    fixture.destroy();
    expect(socket().readyState).toBe(3);
    vi.advanceTimersByTime(60_000);
    expect(FakeSocket.opened).toHaveLength(1);
  });
});

it.each([
  ['a resource', ResourcePage],
  ['RxJS', RxjsPage],
])('the page with %s is idle during server-side rendering', async (_, page) => {
  await open(page, 'server');
  expect(await status()).toBe('idle');
  expect(FakeSocket.opened).toHaveLength(0);
  expect(FakeEventSource.opened).toHaveLength(0);
});

async function open(page: Type<unknown>, platform = 'browser'): Promise<void> {
  TestBed.configureTestingModule({
    providers: [{ provide: PLATFORM_ID, useValue: platform }],
  });
  fixture = TestBed.createComponent(page);
  // Not whenStable(), which a loading resource blocks.
  fixture.detectChanges();
  await settled();
}

function begin(...events: unknown[]): void {
  socket().accept();
  for (const event of events) socket().receive(event);
}

/** Waits for promises and signals. */
async function settled(): Promise<void> {
  await new Promise(setImmediate);
  fixture.detectChanges();
}

async function status(): Promise<string | undefined> {
  await settled();
  return find('[role=status]')?.textContent;
}

async function texts(): Promise<string[]> {
  await settled();
  const items = element().querySelectorAll('[role=log] li');
  return [...items].map(({ textContent }) => textContent);
}

async function click(text: string): Promise<void> {
  await settled();
  const buttons = [...element().querySelectorAll('button')];
  const button = buttons.find((one) => one.textContent.trim() === text);
  if (!button) throw new Error(`No button "${text}".`);
  button.click();
  await settled();
}

function element(): HTMLElement {
  return elementOf(fixture);
}

function find(selector: string): Element | null {
  return element().querySelector(selector);
}
