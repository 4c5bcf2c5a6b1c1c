import { afterEach, expect, it, vi } from 'vitest';
import { issueTicket, redeemTicket } from '../src/server/tickets';
import { notesProtocol, withTicket } from '../src/shared/protocols';
import { expectEvidence } from './support/evidence';
import { onBoth } from './support/on-both';
import { signIn } from './support/session-cookie';
import { byTicket, Window } from './support/window';

// Measured values for `evidence/tickets.json`.
const measured: Record<string, object> = {};
let windows: Window[] = [];

afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(windows.map((window) => window.leave()));
  windows = [];
});

it('opens one socket with a ticket', async () => {
  measured['ticket'] = await onBoth(async (server) => {
    const cookie = await signIn(server, 'ada');
    const ticket = await ticketFor(server, cookie);
    const first = open(server, withTicket(ticket));
    const outcome = await first.outcome();
    expect(outcome).toEqual({ socket: 'welcomed', user: 'ada' });
    expect(first.socket.protocol).toBe(notesProtocol);
    const second = await open(server, withTicket(ticket)).outcome();
    expect(second).toMatchObject({ code: 4401 });

    const headers = { cookie };
    await fetch(`${server}/api/session`, { method: 'DELETE', headers });
    const end = await first.end();
    expect(end).toMatchObject({ code: 4410 });
    return { first: outcome, protocol: first.socket.protocol, second, end };
  });
});

it('rejects an invalid ticket, or one of an ended session', async () => {
  measured['refusals'] = await onBoth(async (server) => {
    const cookie = await signIn(server, 'ada');
    const ticket = await ticketFor(server, cookie);
    const headers = { cookie };
    await fetch(`${server}/api/session`, { method: 'DELETE', headers });
    const outcomes = {
      none: await open(server, []).outcome(),
      unknown: await open(server, withTicket('guessed')).outcome(),
      sessionEnded: await open(server, withTicket(ticket)).outcome(),
    };
    for (const outcome of Object.values(outcomes)) {
      expect(outcome).toMatchObject({ code: 4401, reason: 'Sign in first' });
    }
    return outcomes;
  });
});

it('never echoes a ticket, regardless of its position', async () => {
  measured['order'] = await onBoth(async (server) => {
    const cookie = await signIn(server, 'ada');
    const ticket = await ticketFor(server, cookie);
    const window = open(server, withTicket(ticket).reverse());
    expect(await window.outcome()).toMatchObject({ user: 'ada' });
    expect(window.socket.protocol).toBe(notesProtocol);
    return { ticketFirst: window.socket.protocol };
  });
});

it('rejects pages of other origins, even with a ticket', async () => {
  measured['otherOrigin'] = await onBoth(async (server) => {
    const ticket = await ticketFor(server, await signIn(server, 'ada'));
    const headers = { origin: 'https://elsewhere.example' };
    const window = new Window(server, byTicket, headers, withTicket(ticket));
    const outcome = await window.outcome();
    expect(outcome).toEqual({ socket: 'refused', status: 403 });
    return outcome;
  });
});

it('expires tickets after 30 seconds', () => {
  vi.useFakeTimers();
  const session = { id: '1', user: 'ada', expiresAt: Date.now() + 1e9 };
  const [early = '', late = ''] = [issueTicket(session), issueTicket(session)];
  vi.advanceTimersByTime(29_999);
  expect(redeemTicket(early)).toEqual(session);
  vi.advanceTimersByTime(1);
  expect(redeemTicket(late)).toBeUndefined();
});

it('limits the number of issued tickets', () => {
  vi.useFakeTimers();
  const session = { id: '1', user: 'ada', expiresAt: Date.now() + 1e9 };
  const issued = Array.from({ length: 10_001 }, () => issueTicket(session));
  expect(issued.filter((ticket) => ticket === undefined)).toHaveLength(1);
  vi.advanceTimersByTime(30_001);
  expect(issueTicket(session)).toBeDefined();
});

it('matches the evidence', async () => {
  await expectEvidence('tickets', { kind: 'facts', ...measured });
});

async function ticketFor(server: string, cookie: string): Promise<string> {
  const response = await fetch(`${server}/api/tickets`, {
    method: 'POST',
    headers: { cookie },
  });
  expect(response.status).toBe(200);
  return ((await response.json()) as { ticket: string }).ticket;
}

/** Opens a socket without a cookie. */
function open(server: string, protocols: string[]): Window {
  const window = new Window(server, byTicket, {}, protocols);
  windows.push(window);
  return window;
}
