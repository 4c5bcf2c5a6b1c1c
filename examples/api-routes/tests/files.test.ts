import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { fileListSchema, storedFileSchema } from '../src/shared/file';
import { expectEvidence } from './support/evidence';
import { HttpRecorder } from './support/http';
import { modes } from './support/server';
import { serverOf } from './support/served-apps';

const limit = 5 * 1024 * 1024;
const beginnings = {
  'image/png': '89504e470d0a1a0a',
  'image/jpeg': 'ffd8ffe0',
  'application/pdf': '255044462d',
};
/** Returns noise with the first bytes of a file type. */
function fileOf(type: keyof typeof beginnings, size: number) {
  const beginning = Buffer.from(beginnings[type], 'hex');
  return Buffer.concat([beginning, randomBytes(size - beginning.length)]);
}

// Measured values for `evidence/uploads.json`.
const measured: Record<string, object> = {};

describe.each(modes)('/api/files on the %s server', (mode) => {
  const server = serverOf(mode);

  const get = (path: string) => fetch(server + path);
  const send = (name: string, body: Buffer<ArrayBuffer>, type = 'text/plain') =>
    fetch(`${server}/api/files?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    });
  async function listed() {
    const answer = await get('/api/files');
    return fileListSchema.parse(await answer.json()).files;
  }
  async function bytesOf(id: string) {
    const answer = await get(`/api/files/${id}`);
    return Buffer.from(await answer.arrayBuffer());
  }

  it('responds to each request as recorded', async () => {
    const http = new HttpRecorder(server);
    const png = fileOf('image/png', 2000);
    const post = (name: string, query: string, body: Buffer<ArrayBuffer>) =>
      http.send(name, `/api/files${query}`, {
        method: 'POST',
        headers: { 'content-type': 'image/png' },
        body,
      });
    const sent = await post('sent', '?name=Gr%C3%BC%C3%9Fe.png', png);
    const file = storedFileSchema.parse(await sent.json());
    http.name(file.id, 'file-1');
    http.name(file.createdAt, 'timestamp');
    const url = `/api/files/${file.id}`;
    await http.send('fetched', url);
    await http.send('head', url, { method: 'HEAD' });
    await post('notAnImage', '?name=a.png', Buffer.from('<script>'));
    await post('tooLarge', '?name=a.png', fileOf('image/png', limit + 1));
    await post('nameless', '', png);
    await http.send('deleted', url, { method: 'DELETE' });
    await http.send('missing', url);
    await expectEvidence('files', http.evidence());
  });

  it.each(['image/png', 'image/jpeg', 'application/pdf'] as const)(
    "keeps %s, regardless of the client's type",
    async (type) => {
      const body = fileOf(type, 300_000);
      const sent = await send('photo', body, 'text/html');
      expect(sent.status).toBe(201);
      const file = storedFileSchema.parse(await sent.json());
      expect(file).toMatchObject({ name: 'photo', type, size: body.length });
      expect(await listed()).toContainEqual(file);

      const answer = await get(sent.headers.get('location') ?? '');
      expect(answer.headers.get('content-type')).toBe(type);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(Buffer.from(await answer.arrayBuffer()).equals(body)).toBe(true);
    },
  );

  it.each([
    ['../../../etc/passwd', "filename*=UTF-8''..%2F..%2F..%2Fetc%2Fpasswd"],
    ['C:\\a.png', "filename*=UTF-8''C%3A%5Ca.png"],
    ["a'(1)*.png", "filename*=UTF-8''a%27%281%29%2a.png"],
    ['图片.png', "filename*=UTF-8''%E5%9B%BE%E7%89%87.png"],
    ['"; filename=b', "filename*=UTF-8''%22%3B%20filename%3Db"],
  ])('stores the name %j', async (name, disposition) => {
    const body = fileOf('image/png', 100);
    const file = storedFileSchema.parse(await (await send(name, body)).json());
    expect(file.name).toBe(name);
    expect((await bytesOf(file.id)).equals(body)).toBe(true);
    const answer = await get(`/api/files/${file.id}`);
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; ${disposition}`,
    );
  });

  it.each(['a\nb', 'a\u0000', '', ' ', 'a'.repeat(201)])(
    'rejects the name %j',
    async (name) => {
      expect((await send(name, fileOf('image/png', 100))).status).toBe(422);
    },
  );

  it('accepts a file up to the limit', async () => {
    const before = (await listed()).length;
    const largest = fileOf('image/png', limit);
    const sent = await send('largest', largest);
    expect(sent.status).toBe(201);
    const { id } = storedFileSchema.parse(await sent.json());
    expect((await bytesOf(id)).equals(largest)).toBe(true);

    expect((await send('over', fileOf('image/png', limit + 1))).status).toBe(
      413,
    );
    expect(await listed()).toHaveLength(before + 1);
    for (const path of ['..%2F..%2Fnotes.db', 'notes.db', `${id}.json`]) {
      expect((await get(`/api/files/${path}`)).status).toBe(404);
    }
  });

  it('keeps nothing of an aborted upload', async () => {
    const before = await listed();
    const upload = request(`${server}/api/files?name=broken`, {
      method: 'POST',
      headers: { 'content-length': 1_000_000 },
    });
    upload.on('error', () => undefined);
    await new Promise((written) => {
      upload.write(fileOf('image/png', 500_000), written);
    });
    const closed = new Promise((resolve) => upload.once('close', resolve));
    upload.destroy();
    await closed;
    // Processed after the aborted one.
    expect((await send('next', fileOf('image/png', 100))).status).toBe(201);
    const names = (await listed()).map(({ name }) => name);
    expect(names).not.toContain('broken');
    expect(names).toHaveLength(before.length + 1);
    measured[mode] = { brokenOff: { files: names.length - before.length - 1 } };
  });

  it('sends the whole file for a range request', async () => {
    const body = fileOf('image/png', 1000);
    const sent = await send('whole', body);
    const url = server + (sent.headers.get('location') ?? '');
    const answer = await fetch(url, { headers: { range: 'bytes=500-' } });
    const { byteLength } = await answer.arrayBuffer();
    expect(byteLength).toBe(1000);
    expect(answer.status).toBe(200);
    measured[mode] = { ...measured[mode], range: { status: answer.status } };
  });

  it('deletes a file once', async () => {
    const sent = await send('short-lived', fileOf('image/png', 100));
    const url = server + (sent.headers.get('location') ?? '');
    expect((await fetch(url, { method: 'DELETE' })).status).toBe(204);
    expect((await fetch(url, { method: 'DELETE' })).status).toBe(404);
    expect((await fetch(url)).status).toBe(404);
  });
});

it('matches the evidence', async () => {
  await expectEvidence('uploads', { kind: 'facts', ...measured });
});
