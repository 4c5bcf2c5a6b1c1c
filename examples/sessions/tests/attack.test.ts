import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { attack, type Outcome } from './support/attack';
import { type Attacker, startAttacker } from './support/attacker';
import { launchBrowser } from './support/browser';
import { expectEvidence } from './support/evidence';
import { isConnected, openPage, signInByForm } from './support/pages';
import { inRegularProfile } from './support/regular-profile';
import { cookieUrl } from './support/session-cookie';
import { byCookie } from './support/window';

const unprotected = '/api/probes/unprotected';
const stopped: Outcome = {
  ...{ reads: 'nothing', writes: 'nothing' },
  learns: { code: 1006, reason: '' },
};
const modes = ['development', 'production'] as const;
// Measured values for `evidence/attack.json`.
const measured: Record<string, Record<string, object>> = {};
let browser: Browser;
let attacker: Attacker;

beforeAll(async () => {
  [browser, attacker] = await Promise.all([launchBrowser(), startAttacker()]);
});
afterAll(async () => {
  attacker.stop();
  await browser.close();
});

it.each(modes)(
  'a page of another origin attacks the %s server',
  async (mode) => {
    const app = appOf(mode);
    const socket = app.replace('http', 'ws');
    const context = await browser.newContext();
    const victim = await openPage(context, app);
    await signInByForm(victim, 'ada');
    const { sameSite, otherSite } = attacker;
    const outcomes = {
      unprotected: {
        sameSite: await attack(victim, sameSite, socket + unprotected),
        otherSite: await attack(victim, otherSite, socket + unprotected),
      },
      protected: {
        sameSite: await attack(victim, sameSite, socket + byCookie),
        otherSite: await attack(victim, otherSite, socket + byCookie),
      },
    };
    expect(outcomes).toEqual({
      unprotected: {
        sameSite: { reads: 'the notes', writes: 'a note' },
        // The cookie isn't sent, but the socket opens.
        otherSite: {
          ...stopped,
          learns: { code: 4401, reason: 'Sign in first' },
        },
      },
      protected: { sameSite: stopped, otherSite: stopped },
    });
    await context.close();
    measured['lax'] = { ...measured['lax'], [mode]: outcomes };
  },
);

it('a page of another site attacks a visitor with a cookie for all sites', async () => {
  const app = appOf('production');
  const socket = app.replace('http', 'ws');
  const production = await inRegularProfile(browser, async (profile) => {
    await openPage(profile, await cookieUrl(inject('production'), 'none'));
    const victim = await openPage(profile, app);
    await isConnected(victim);
    const { otherSite } = attacker;
    return {
      unprotected: await attack(victim, otherSite, socket + unprotected),
      protected: await attack(victim, otherSite, socket + byCookie),
    };
  });
  expect(production).toEqual({
    unprotected: { reads: 'the notes', writes: 'a note' },
    protected: stopped,
  });
  measured['none'] = { production };
});

it('matches the evidence', async () => {
  await expectEvidence('attack', { kind: 'facts', ...measured });
});

function appOf(mode: (typeof modes)[number]): string {
  return inject(mode).replace('127.0.0.1', 'localhost');
}
