import type { Page } from 'playwright-core';
import { openPage, write } from './pages';

const secret = 'The code of the safe is 1234';
let attacks = 0;

/** Result of an attack by another site's page. */
export interface Outcome {
  readonly reads: 'the notes' | 'nothing';
  readonly writes: 'a note' | 'nothing';
  /** How its socket was closed, if it was. */
  readonly learns?: { readonly code: number; readonly reason: string };
}

/**
 * Opens an attacking page in the browser of a victim with open notes.
 *
 * @param from origin of the attacking page
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

  // Once this note arrives, all earlier ones have.
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
