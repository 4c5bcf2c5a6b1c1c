import type { Page } from 'playwright-core';
import { openPage, write } from './pages.ts';

const secret = 'The code of the safe is 1234';
let attacks = 0;

/** What a page of somebody else could do. */
export interface Outcome {
  readonly reads: 'the notes' | 'nothing';
  readonly writes: 'a note' | 'nothing';
  /** How its socket was closed, if it was. */
  readonly learns?: { readonly code: number; readonly reason: string };
}

/**
 * Lures a victim, who has a page with notes open, to a page that attacks.
 *
 * @param from the origin of that page
 * @param target the socket that it opens
 */
export async function attack(
  victim: Page,
  from: string,
  target: string,
): Promise<Outcome> {
  await write(victim, secret);
  const before = await writtenByAttacker(victim);
  const query = new URLSearchParams({ target });
  const page = await openPage(victim.context(), `${from}/?${query}`);
  const log = page.locator('pre');
  await log.filter({ hasText: /closed|Written by/ }).waitFor();
  const text = (await log.textContent()) ?? '';
  await page.close();

  // All that was written before this note is in the window when it is.
  await write(victim, `After attack ${++attacks}`);
  const written = (await writtenByAttacker(victim)) - before;
  const [, code, reason = ''] = /closed (\d+) (.*)/.exec(text) ?? [];
  return {
    reads: text.includes(secret) ? 'the notes' : 'nothing',
    writes: written > 0 ? 'a note' : 'nothing',
    ...(code && { learns: { code: Number(code), reason } }),
  };
}

function writtenByAttacker(victim: Page): Promise<number> {
  const notes = victim.getByRole('log').getByText('Written by the attacker');
  return notes.count();
}
