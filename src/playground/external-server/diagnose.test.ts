import { expect, it } from 'vitest';
import { type Findings, reasonsOf } from './diagnose.ts';

const nothing = {
  kind: 'websocket',
  pageProtocol: 'http:',
  isSecure: true,
  isBlocked: false,
  isRedirected: false,
  permission: undefined,
  answer: 'none',
  other: undefined,
} as const;

function reasons(address: string, found: Partial<Findings> = {}) {
  return reasonsOf({ ...nothing, url: new URL(address), ...found });
}

it('reports only what is certain', () => {
  const there = { answer: 'came' } as const;
  expect(reasons('ws://localhost:3000', there)).toEqual(['refused']);
  expect(reasons('http://localhost:3000', { ...there, kind: 'http' })).toEqual([
    'cors',
  ]);
  expect(reasons('ws://localhost:3000', { isBlocked: true })).toEqual([
    'policy',
  ]);
  expect(
    reasons('http://localhost:3000', { isBlocked: true, isRedirected: true }),
  ).toEqual(['redirected']);
  expect(reasons('ws://localhost:3000', { answer: 'late' })).toEqual(['late']);
  expect(reasons('ws://localhost:3000', { permission: 'denied' })).toEqual([
    'permission',
  ]);
  expect(
    reasons('http://localhost:3000', {
      ...there,
      kind: 'event-stream',
      other: { status: 404, type: 'text/html' },
    }),
  ).toEqual(['notStream']);
  expect(reasons('ws://localhost:3000')).toEqual(['unreachable']);
});

it.each([
  'ws://app.example',
  'ws://192.168.0.2:3000',
  'http://localhost.example',
])("an https: page can't reach %s", (address) => {
  expect(reasons(address, { pageProtocol: 'https:' })).toEqual(['mixed']);
  expect(reasons(address)).not.toContain('mixed');
});

it.each([
  'ws://localhost:3000',
  'ws://app.localhost',
  'http://127.0.0.2:3000',
  'ws://[::1]:3000',
])('an https: page may reach %s, or the browser may block it', (address) => {
  expect(reasons(address, { pageProtocol: 'https:' })).toEqual([
    'unreachable',
    'orForbidden',
  ]);
});

it('lists other possible reasons of a failure', () => {
  expect(reasons('wss://localhost:3000')).toEqual([
    'unreachable',
    'orCertificate',
  ]);
  expect(reasons('ws://192.168.0.2:3000', { isSecure: false })).toEqual([
    'unreachable',
    'orInsecure',
  ]);
  expect(reasons('ws://example.com', { isSecure: false })).toEqual([
    'unreachable',
  ]);
});
