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

  it('is loading until all entries are there, and then grows', async () => {
    source().receive(entry(1));
    expect(await status()).toBe('loading');
    source().receive(alive);
    expect(await status()).toBe('resolved');
    source().receive(entry(2));
    expect(await texts()).toEqual(['Note 1', 'Note 2']);
  });

  it('leaves a lost connection to the browser', async () => {
    source().receive(entry(1));
    source().receive(alive);
    source().lose();
    source().receive(entry(2));
    expect(await texts()).toEqual(['Note 1', 'Note 2']);
    expect(FakeEventSource.opened).toHaveLength(1);
  });

  it('says so when there is no stream, and tries again when it is told to', async () => {
    source().refuse();
    expect(await status()).toBe('error');
    vi.advanceTimersByTime(3_600_000);
    expect(FakeEventSource.opened).toHaveLength(1);
    await click('Try again');
    expect(FakeEventSource.opened).toHaveLength(2);
    source().receive(alive);
    expect(await status()).toBe('resolved');
  });

  it('ends its stream when it is paused, and when it is left', async () => {
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

  it('grows, and comes back to where it was', async () => {
    begin(entry(1), alive);
    expect(await texts()).toEqual(['Note 1']);
    socket().end();
    vi.advanceTimersByTime(500);
    expect(socket().url).toBe('/api/ws/logbook?after=b-1');
    begin(entry(2), alive);
    expect(await texts()).toEqual(['Note 1', 'Note 2']);
    expect(await status()).toBe('resolved');
  });

  it('comes back after an orderly end as well', async () => {
    begin(entry(1));
    socket().end(1001);
    vi.advanceTimersByTime(500);
    expect(FakeSocket.opened).toHaveLength(2);
    begin(entry(2));
    expect(await texts()).toEqual(['Note 1', 'Note 2']);
  });

  it('waits longer after each failure, until one succeeds', () => {
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

  it('takes no notice of what the book does not send', async () => {
    begin(entry(1));
    socket().receive('{');
    socket().receive(entry(2));
    expect(await texts()).toEqual(['Note 1', 'Note 2']);
    expect(FakeSocket.opened).toHaveLength(1);
  });

  it('closes its socket when it is left', () => {
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
])('the page with %s is idle while the server renders it', async (_, page) => {
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
  // Not until it is stable: a resource that loads keeps it from that.
  fixture.detectChanges();
  await settled();
}

function begin(...events: unknown[]): void {
  socket().accept();
  for (const event of events) socket().receive(event);
}

/** Lets promises and signals do their work. */
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
