import { afterEach, expect, inject, it } from 'vitest';
import { limits } from '../src/shared/session-limits';
import { expectEvidence } from './support/evidence';
import { onBoth } from './support/on-both';
import { sealedCookie, signIn } from './support/session-cookie';
import { byCookie, Window } from './support/window';

// Measured values for `evidence/sockets.json`.
const measured: Record<string, object> = {};
let windows: Window[] = [];

afterEach(async () => {
  await Promise.all(windows.map((window) => window.leave()));
  windows = [];
});

it('sends the notes of a user to all connections of that user only', async () => {
  measured['notes'] = await onBoth(async (server) => {
    const ada = await signIn(server, 'ada');
    const phone = await signIn(server, 'ada');
    const bob = await signIn(server, 'bob');
    const [one, two, other] = [
      open(server, ada),
      open(server, phone),
      open(server, bob),
    ];
    expect(await one.outcome()).toEqual({ socket: 'welcomed', user: 'ada' });
    await Promise.all([two.outcome(), other.outcome()]);
    one.write('Call Chi');
    await one.until(({ notes }) => notes.includes('Call Chi'));
    await two.until(({ notes }) => notes.includes('Call Chi'));
    const later = open(server, ada);
    await later.until(({ notes }) => notes.includes('Call Chi'));

    // Bob's next note is his own, so he received none of Ada's.
    other.write('Water the plants');
    await other.until(({ notes }) => notes.length > 0);
    expect(other.notes).toEqual(['Water the plants']);
    return {
      otherBrowser: 'hears it',
      otherUser: 'does not',
      later: 'gets it',
    };
  });
});

it('closes a socket without a session with a code', async () => {
  const none = { socket: 'closed', code: 4401, reason: 'Sign in first' };
  measured['refusals'] = await onBoth(async (server) => {
    const secret = 'a secret that the server does not know';
    const forged = await sealedCookie(server, 'ada', { secret });
    const expired = await sealedCookie(server, 'ada', { left: -1 });
    const outcomes = {
      noCookie: await open(server, '').outcome(),
      forged: await open(server, forged).outcome(),
      expired: await open(server, expired).outcome(),
      welcome: await open(server, await sealedCookie(server, 'ada')).outcome(),
    };
    expect(outcomes).toMatchObject({
      noCookie: none,
      forged: none,
      expired: none,
      welcome: { socket: 'welcomed' },
    });
    return outcomes;
  });
});

it('drops messages of a socket without a session before it is closed', async () => {
  await onBoth(async (server) => {
    const bob = open(server, await signIn(server, 'bob'));
    await bob.outcome();
    const before = bob.notes.length;
    const stranger = open(server, '');
    stranger.socket.once('open', () => stranger.write('Hello'));
    await stranger.end();
    expect(stranger.events).toEqual([]);
    bob.write('Still alone');
    await bob.until(({ notes }) => notes.length > before);
    expect(bob.notes.at(-1)).toBe('Still alone');
  });
});

it('rejects pages of other origins, even with a session', async () => {
  measured['otherOrigin'] = await onBoth(async (server) => {
    const cookie = await signIn(server, 'ada');
    const { host } = new URL(server);
    const origins = [
      'https://elsewhere.example',
      'null',
      // Names that only start or end like ours.
      `http://${host}.elsewhere.example`,
      `http://elsewhere-${host}`,
      `http://${host.replace(/\d+$/, '1')}`,
    ];
    const outcomes = await Promise.all(
      origins.map((origin) => open(server, cookie, { origin }).outcome()),
    );
    const [outcome] = outcomes;
    expect(outcome).toEqual({ socket: 'refused', status: 403 });
    expect(outcomes).toEqual(origins.map(() => outcome));
    const own = open(server, cookie, { origin: `http://${host}` });
    expect(await own.outcome()).toMatchObject({ socket: 'welcomed' });
    return outcome;
  });
});

it('closes the sockets of a session when it expires', async () => {
  const expire = async (server: string) => {
    const later = open(server, await signIn(server, 'ada'));
    await later.outcome();
    const soon = await openWithShortSession(server);
    const end = await soon.end();
    expect(end).toMatchObject({ code: 4408 });
    later.write('Still here');
    await later.until(({ notes }) => notes.includes('Still here'));
    expect(soon.notes).not.toContain('Still here');
    return { whileConnected: end, otherSession: 'stays open' };
  };
  const [development, production] = await Promise.all([
    expire(inject('development')),
    expire(inject('production')),
  ]);
  measured['expiry'] = { development, production };
});

it('closes the sockets of a session when it is signed out, and no others', async () => {
  measured['signOut'] = await onBoth(async (server) => {
    const cookie = await signIn(server, 'ada');
    const phone = await signIn(server, 'ada');
    const tabs = [open(server, cookie), open(server, cookie)];
    const kept = open(server, phone);
    await Promise.all([...tabs, kept].map((window) => window.outcome()));
    const headers = { cookie };
    await fetch(`${server}/api/session`, { method: 'DELETE', headers });
    const ends = await Promise.all(tabs.map((window) => window.end()));
    expect(ends[0]).toMatchObject({ code: 4410 });
    expect(ends[1]).toEqual(ends[0]);
    kept.write('From the phone');
    await kept.until(({ notes }) => notes.includes('From the phone'));
    const copy = await open(server, cookie).outcome();
    expect(copy).toMatchObject({ code: 4401 });
    return { tabs: ends[0], otherBrowser: 'stays open', copyOfTheCookie: copy };
  });
});

it("limits the number of a user's connections", async () => {
  measured['windows'] = await onBoth(async (server) => {
    const cookie = await signIn(server, 'bob');
    for (let number = 1; number <= limits.socketsPerUser; number++) {
      const inside = await open(server, cookie).outcome();
      expect(inside).toMatchObject({ socket: 'welcomed' });
    }
    const next = await open(server, cookie).outcome();
    expect(next).toMatchObject({ code: 4429 });
    return { most: limits.socketsPerUser, next };
  });
});

it('responds to an invalid note, and keeps only the latest ones', async () => {
  measured['kept'] = await onBoth(async (server) => {
    const bob = open(server, await signIn(server, 'bob'));
    await bob.outcome();
    for (const wrong of ['', '{', '{"text":1}', '"text"', 'null']) {
      bob.socket.send(wrong);
    }
    bob.write('x'.repeat(limits.charactersPerNote + 1));
    await bob.until(
      ({ events }) =>
        events.filter(({ type }) => type === 'error').length === 6,
    );
    for (let number = 1; number <= limits.notes + 5; number++) {
      bob.write(`Note ${number}`);
    }
    await bob.until(({ notes }) => notes.at(-1) === `Note ${limits.notes + 5}`);
    const again = open(server, await signIn(server, 'bob'));
    await again.outcome();
    expect(again.notes).toHaveLength(limits.notes);
    expect(again.notes[0]).toBe('Note 6');
    return { notes: again.notes.length };
  });
});

it('matches the evidence', async () => {
  await expectEvidence('sockets', { kind: 'facts', ...measured });
});

/** On a slow machine, a short session expires before the socket opens. */
async function openWithShortSession(server: string): Promise<Window> {
  for (let left = 2; ; left *= 2) {
    const window = open(server, await sealedCookie(server, 'ada', { left }));
    if ((await window.outcome()).socket === 'welcomed') return window;
    expect(left, 'no socket in so many seconds').toBeLessThan(100);
  }
}

/** Opens a socket with a cookie, or without one. */
function open(
  server: string,
  cookie: string,
  headers: Record<string, string> = {},
): Window {
  const sent = cookie ? { cookie, ...headers } : headers;
  const window = new Window(server, byCookie, sent);
  windows.push(window);
  return window;
}
