import { expect, inject, it } from 'vitest';
import { limits } from '../src/shared/session-limits';
import { password } from './support/accounts';
import { expectEvidence } from './support/evidence';
import { Exchanges, type Sent } from './support/exchanges';
import { onBoth } from './support/on-both';
import { sealedCookie, signIn } from './support/session-cookie';

const modes = ['development', 'production'] as const;
const url = '/api/session';
const json = { 'content-type': 'application/json' };
// Measured values for `evidence/session.json`.
const measured: Record<string, object> = {};

it.each(modes)('sign in and out on the %s server', async (mode) => {
  const http = new Exchanges(inject(mode));
  const post = (body: object, headers = {}): Sent => ({
    ...{ method: 'POST', headers: { ...json, ...headers } },
    body: JSON.stringify(body),
  });
  await http.send('nobody', url);
  await http.send('nobodySignsOut', url, { method: 'DELETE' });
  await http.send('wrong', url, post({ name: 'ada', password: 'guessed' }));
  await http.send('unknown', url, post({ name: 'eve', password: 'guessed' }));
  await http.send('malformed', url, post({ name: 'ada' }));
  const signIn = post({ name: 'ada', password });
  const signedIn = await http.send('signedIn', url, signIn);
  const answer = (await signedIn.json()) as { expiresAt: number };
  const left = answer.expiresAt - Date.now();
  expect(left / 3_600_000).toBeCloseTo(8, 1);

  const [cookie = ''] = (signedIn.headers.get('set-cookie') ?? '').split(';');
  await http.send('known', url, { headers: { cookie } });
  await http.send('ticket', '/api/tickets', { method: 'POST' });
  const signOut = { method: 'DELETE', headers: { cookie } };
  await http.send('signedOut', url, signOut);
  // A copy of the cookie.
  await http.send('copy', url, { headers: { cookie } });
  await expectEvidence('http', http.evidence());
});

it('accepts only cookies that it has sealed, until they expire', async () => {
  measured['cookies'] = await onBoth(async (server) => {
    const ask = async (cookie: string) => {
      const headers = { cookie };
      const { status } = await fetch(server + url, { headers });
      return { status };
    };
    const cookie = await signIn(server, 'ada');
    const at = cookie.length - 20;
    const other = cookie[at] === 'A' ? 'B' : 'A';
    const changed = cookie.slice(0, at) + other + cookie.slice(at + 1);
    const secret = 'a secret that the server does not know';
    return {
      real: await ask(cookie),
      oneCharacterChanged: await ask(changed),
      otherSecret: await ask(await sealedCookie(server, 'ada', { secret })),
      notSealed: await ask('__Host-session={"data":{"user":"ada"}}'),
      // If the test's forgeries are realistic, this one is accepted.
      sealedByTheTest: await ask(await sealedCookie(server, 'ada')),
      expired: await ask(await sealedCookie(server, 'ada', { left: -1 })),
    };
  });
  const expected = {
    real: { status: 200 },
    sealedByTheTest: { status: 200 },
    oneCharacterChanged: { status: 401 },
    otherSecret: { status: 401 },
    notSealed: { status: 401 },
    expired: { status: 401 },
  };
  expect(measured['cookies']).toEqual({
    development: expected,
    production: expected,
  });
});

it('rejects sign-in and sign-out from pages of other origins', async () => {
  const origin = 'https://elsewhere.example';
  measured['otherOrigin'] = await onBoth(async (server) => {
    const cookie = await signIn(server, 'ada');
    const send = async (method: string, path: string) => {
      const headers = { ...json, origin, cookie };
      const body =
        method === 'POST' ? JSON.stringify({ name: 'ada', password }) : null;
      const response = await fetch(server + path, { method, headers, body });
      expect(response.headers.get('set-cookie')).toBeNull();
      return { status: response.status };
    };
    const outcome = {
      signIn: await send('POST', url),
      signOut: await send('DELETE', url),
      ticket: await send('POST', '/api/tickets'),
    };
    const own = await fetch(server + url, { headers: { cookie } });
    expect(own.status).toBe(200);
    return outcome;
  });
});

it("sets no cookie for an anonymous visitor, unlike h3's session", async () => {
  measured['stranger'] = await onBoth(async (server) => {
    const cookieOf = async (path: string) => {
      const { headers } = await fetch(server + path);
      return headers.has('set-cookie') ? 'gets a cookie' : 'gets none';
    };
    return {
      useSession: await cookieOf('/api/probes/stranger'),
      readSession: await cookieOf(url),
    };
  });
});

it('limits the length of bodies', async () => {
  await onBoth(async (server) => {
    const body = JSON.stringify({ name: 'ada', password: 'x'.repeat(5_000) });
    const options = { method: 'POST', headers: json, body };
    expect((await fetch(server + url, options)).status).toBe(413);
  });
});

it('limits the number of password attempts', async () => {
  measured['guessing'] = await onBoth(async (server) => {
    const guess = async (name: string, guessed: string) => {
      const body = JSON.stringify({ name, password: guessed });
      const options = { method: 'POST', headers: json, body };
      return (await fetch(server + url, options)).status;
    };
    // All in parallel.
    const guesses = Array.from(
      { length: limits.wrongPasswords + 3 },
      (_, index) => guess('mallory', `guess-${index}`),
    );
    const answers = await Promise.all(guesses);
    expect(answers.filter((status) => status === 429)).toHaveLength(3);
    expect(await guess('ada', password)).toBe(200);
    return {
      wrong: { status: answers.find((status) => status !== 429) },
      tries: limits.wrongPasswords,
      next: { status: await guess('mallory', password) },
    };
  });
});

it("the cookie of a page without sign-out isn't valid after the next sign-in", async () => {
  await onBoth(async (server) => {
    const first = await signIn(server, 'ada');
    const response = await fetch(server + url, {
      method: 'POST',
      headers: { ...json, cookie: first },
      body: JSON.stringify({ name: 'ada', password }),
    });
    const [second = ''] = (response.headers.get('set-cookie') ?? '').split(';');
    const statusOf = async (cookie: string) =>
      (await fetch(server + url, { headers: { cookie } })).status;
    // The previous session has ended, for copies of its cookie, too.
    expect([await statusOf(first), await statusOf(second)]).toEqual([401, 200]);
  });
});

it('matches the evidence', async () => {
  await expectEvidence('session', { kind: 'facts', ...measured });
});
