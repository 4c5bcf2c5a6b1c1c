import { once } from 'node:events';
import { expect } from 'vitest';
import { WebSocket } from 'ws';

/** `GET /api/health` returns JSON. */
export async function isHealthy(url: string): Promise<void> {
  const response = await fetch(`${url}/api/health`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('application/json');
}

/** A note is created, and a note without a text is refused. */
export async function createsNotes(url: string): Promise<void> {
  const post = async (body: object) => {
    const response = await fetch(`${url}/api/notes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.status;
  };
  expect(await post({ text: 'Buy milk' })).toBe(201);
  expect(await post({})).toBe(422);
}

/** The stream sends events with ids. */
export async function streamsEvents(url: string): Promise<void> {
  const response = await fetch(`${url}/api/sse`);
  const reader = response.body
    ?.pipeThrough(new TextDecoderStream())
    .getReader();
  let text = '';
  while (reader && !/^data: /m.test(text)) {
    const { done, value } = await reader.read();
    if (done) break;
    text += value;
  }
  await reader?.cancel();
  expect(text).toMatch(/^id: /m);
}

/** The socket answers a text. */
export async function echoes(url: string): Promise<void> {
  expect(await firstText(`${url}/api/ws/echo`, 'Hello')).toBe(
    'You sent: Hello',
  );
}

/** The lobby sends a text back, and the server renders the page that connects to it. */
export async function broadcasts(url: string): Promise<void> {
  expect(await firstText(`${url}/api/ws/lobby`, 'Hello')).toBe('Hello');
  const page = await fetch(`${url}/lobby`);
  expect(await page.text()).toContain('<ng-component');
}

/** Opens a socket, sends a text, and returns the first one that arrives. */
async function firstText(url: string, sent: string): Promise<string> {
  const { origin } = new URL(url);
  const socket = new WebSocket(url.replace(/^http/, 'ws'), { origin });
  socket.on('open', () => socket.send(sent));
  const [data] = (await once(socket, 'message')) as [Buffer];
  socket.terminate();
  return data.toString();
}
