import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { beforeEach, expect, it, vi } from 'vitest';
import SocketPage from '../../src/app/pages/index.page';
import { setOnline } from './support/browser-state';
import { alive, elementOf, entry, socket } from './support/fakes';
import { takeOver } from './support/take-over';

let fixture: ComponentFixture<SocketPage>;
let page: HTMLElement;

beforeEach(async () => {
  takeOver();
  fixture = TestBed.createComponent(SocketPage);
  page = elementOf(fixture);
  await fixture.whenStable();
});

it('says how the connection is', async () => {
  expect(await status()).toBe('Connecting…');
  socket().accept();
  socket().receive(alive);
  expect(await status()).toBe('Connected');
  socket().end();
  expect(await status()).toBe('Connection lost. Trying again…');
  vi.advanceTimersByTime(500);
  expect(await status()).toBe('Connecting…');
  setOnline(false);
  expect(await status()).toBe('Offline');
});

// #region unsent
it('shows a note as not sent, until it is in the book', async () => {
  await write('  Hello ');
  expect(await lines('Not sent yet')).toEqual(['Hello']);
  expect(await lines('Entries')).toEqual(['Nothing is written yet.']);

  socket().accept();
  socket().receive(entry(1));
  socket().receive(alive);
  const [note] = socket().sent;
  expect(note).toMatchObject({ text: 'Hello' });
  socket().receive({
    type: 'entry',
    entry: Object.assign({ cursor: 'b-2' }, note),
  });
  expect(await lines('Entries')).toEqual(['Note 1', 'Hello']);
  expect(await lines('Not sent yet')).toEqual([]);
});
// #endregion unsent

it('writes nothing when there is nothing to write', async () => {
  await write('   ');
  expect(await lines('Not sent yet')).toEqual([]);
});

it('shows text as text', async () => {
  const text = '<b>bold</b>';
  socket().receive({ type: 'entry', entry: { id: 'a', text, cursor: 'b-1' } });
  expect(await lines('Entries')).toEqual([text]);
});

it('says why a note was refused', async () => {
  socket().receive({ type: 'refused', id: '', reason: 'Too long.' });
  await fixture.whenStable();
  expect(page.querySelector('[role=alert]')?.textContent).toBe('Too long.');
});

it('closes its socket when it is left', () => {
  expect(socket().readyState).toBe(0);
  fixture.destroy();
  expect(socket().readyState).toBe(3);
  expect(vi.getTimerCount()).toBe(0);
});

async function status(): Promise<string | undefined> {
  await fixture.whenStable();
  return page.querySelector('[role=status]')?.textContent;
}

async function write(text: string): Promise<void> {
  const field = page.querySelector('input');
  if (!field) throw new Error('There is no field.');
  field.value = text;
  page.querySelector('form')?.dispatchEvent(new Event('submit'));
  await fixture.whenStable();
}

/** Returns the lines of the list with a label. */
async function lines(label: string): Promise<(string | null)[]> {
  await fixture.whenStable();
  const heading = [...page.querySelectorAll('h2')].find(
    ({ textContent }) => textContent === label,
  );
  const list = heading
    ? page.querySelector(`[aria-labelledby=${heading.id}]`)
    : page.querySelector(`[aria-label="${label}"]`);
  const items = [...(list?.querySelectorAll('li') ?? [])];
  return items.map(({ textContent }) => textContent);
}
