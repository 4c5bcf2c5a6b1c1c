import { once } from 'node:events';
import { createServer } from 'node:http';
import {
  createApp,
  eventHandler,
  readBody,
  readMultipartFormData,
  toNodeListener,
} from 'h3';
import { z } from 'zod';
import { expect, it } from 'vitest';
import { readJson } from '../src/server/json-body';
import { newNoteSchema } from '../src/shared/note';
import { expectEvidence } from './support/evidence';

const megabytes = 8;
const long = 'x'.repeat(megabytes * 1024 * 1024);

it("h3's accept bodies of any length without validation, the app's doesn't", async () => {
  let kept = 0;
  const app = createApp()
    .use(
      '/read-body',
      eventHandler(async (event) => {
        const body = await readBody<{ text: string }>(event);
        kept = JSON.stringify(body).length;
        return { type: typeof body.text };
      }),
    )
    .use(
      '/multipart',
      eventHandler(async (event) => {
        const parts = await readMultipartFormData(event);
        return { bytes: parts?.map(({ data }) => data.length) };
      }),
    )
    .use(
      '/read-json',
      eventHandler((event) => readJson(event, newNoteSchema)),
    );
  const server = createServer(toNodeListener(app)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const post = async (path: string, text: unknown) =>
    fetch(`http://127.0.0.1:${String(port)}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text }),
    });
  try {
    expect((await post('/read-body', long)).status).toBe(200);
    const keeps = kept > long.length ? 'the whole body' : 'a part of it';
    const wrong = await post('/read-body', 1);
    const { type } = z.object({ type: z.string() }).parse(await wrong.json());

    const form = new FormData();
    form.set('file', new Blob([long]), 'long');
    const multipart = await fetch(
      `http://127.0.0.1:${String(port)}/multipart`,
      { method: 'POST', body: form },
    );
    expect(await multipart.json()).toEqual({ bytes: [long.length] });

    const tooLong = await post('/read-json', long);
    const invalid = await post('/read-json', 1);

    expect([tooLong.status, invalid.status]).toEqual([413, 422]);
    expect({ keeps, type }).toEqual({
      keeps: 'the whole body',
      type: 'number',
    });
    await expectEvidence('body-readers', {
      kind: 'facts',
      readBody: { megabytes, keeps, declared: 'string', got: type },
      readMultipartFormData: { keeps: 'the whole body' },
      readJson: {
        tooLong: { status: tooLong.status },
        invalid: { status: invalid.status },
      },
    });
  } finally {
    server.close();
    server.closeAllConnections();
  }
});
