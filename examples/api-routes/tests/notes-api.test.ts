import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { noteListSchema, noteSchema } from '../src/shared/note';
import { expectEvidence } from './support/evidence';
import { HttpRecorder } from './support/http';
import { createNote, emptyNotes } from './support/notes';
import { modes } from './support/server';
import { serverOf } from './support/served-apps';

const json = { 'content-type': 'application/json' };
const problemSchema = z.strictObject({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.array(z.record(z.string(), z.string())).optional(),
});

describe.each(modes)('/api/notes on the %s server', (mode) => {
  const server = serverOf(mode);

  function get(path: string) {
    return fetch(server + path);
  }
  function post(
    body: string,
    headers: Record<string, string> = json,
  ): Promise<Response> {
    return fetch(`${server}/api/notes`, { method: 'POST', headers, body });
  }
  async function problemOf(response: Response) {
    expect(response.headers.get('content-type')).toBe(
      'application/problem+json',
    );
    const problem = problemSchema.parse(await response.json());
    expect(problem.status).toBe(response.status);
    expect(problem.title).toBe(response.statusText);
    return problem;
  }

  it('responds to each request as recorded', async () => {
    const http = new HttpRecorder(server);
    const missing = '00000000-0000-4000-8000-000000000000';
    const create = async (name: string, text: string, count: number) => {
      const body = JSON.stringify({ text });
      const response = await http.send(name, '/api/notes', {
        method: 'POST',
        headers: json,
        body,
      });
      const note = noteSchema.parse(await response.json());
      http.name(note.id, `note-${count}`);
      // Two notes may have the same timestamp, so all have one name.
      http.name(note.createdAt, 'timestamp');
      return `/api/notes/${note.id}`;
    };
    const refuse = (name: string, body: string, headers = json) =>
      http.send(name, '/api/notes', { method: 'POST', headers, body });
    const put = (name: string, url: string, text: string, version?: number) =>
      http.send(name, url, {
        method: 'PUT',
        headers: { ...json, ...(version && { 'if-match': `"${version}"` }) },
        body: JSON.stringify({ text }),
      });

    await emptyNotes(server);
    await http.send('empty', '/api/notes');
    const milk = await create('created', 'Buy milk', 1);
    await create('createdAgain', '  Water the plants ', 2);
    await http.send('list', '/api/notes');
    await http.send('filtered', '/api/notes?q=MILK');
    await http.send('limited', '/api/notes?limit=1');
    await http.send('invalidQuery', '/api/notes?limit=0');
    await http.send('read', milk);
    await http.send('missing', `/api/notes/${missing}`);
    await put('changed', milk, 'Buy oat milk', 1);
    await put('conflict', milk, 'Buy soy milk', 1);
    await put('unconditional', milk, 'Buy soy milk');
    await http.send('wrongMethod', milk, { method: 'PATCH' });
    await http.send('unknown', `${milk}/comments`);
    await refuse('invalid', '{"text":" "}');
    await refuse('malformed', '{"text":');
    await refuse('unsupported', 'text=Hello', {
      'content-type': 'application/x-www-form-urlencoded',
    });
    await refuse('tooLarge', JSON.stringify({ text: 'a'.repeat(20_000) }));
    await http.send('deleted', milk, { method: 'DELETE' });
    await http.send('deletedAgain', milk, { method: 'DELETE' });

    await expectEvidence('http', http.evidence());
  });

  it('creates a note that can be read at its Location', async () => {
    const before = Date.now();
    const created = await post('{"text":"  Call Ada  ","id":"mine"}');
    expect(created.status).toBe(201);
    const note = noteSchema.parse(await created.json());
    expect(Date.parse(note.createdAt)).toBeGreaterThanOrEqual(before);
    expect(Date.parse(note.createdAt)).toBeLessThanOrEqual(Date.now());
    expect(note.text).toBe('Call Ada');
    expect(created.headers.get('location')).toBe(`/api/notes/${note.id}`);

    const read = await get(created.headers.get('location') ?? '');
    expect(read.status).toBe(200);
    expect(noteSchema.parse(await read.json())).toEqual(note);
  });

  it('lists the newest first, up to the limit', async () => {
    for (const text of ['plum 1', 'plum 2', 'plum 3']) {
      expect((await post(JSON.stringify({ text }))).status).toBe(201);
    }
    const answer = await get('/api/notes?q=Plum&limit=2');
    const { notes, total } = noteListSchema.parse(await answer.json());
    expect(notes.map(({ text }) => text)).toEqual(['plum 3', 'plum 2']);
    expect(total).toBe(3);
  });

  it.each([
    ['limit=101', 'limit', 'A limit is at most 100.'],
    ['limit=0', 'limit', 'A limit is at least 1.'],
    ['limit=1.5', 'limit', 'A limit is a whole number.'],
    ['limit=many', 'limit', 'A limit is a number.'],
    ['q=a&q=b', 'q', 'Give q once.'],
  ])('rejects the query %s', async (query, parameter, detail) => {
    const response = await get(`/api/notes?${query}`);
    expect(response.status).toBe(422);
    const { errors } = await problemOf(response);
    expect(errors).toEqual([{ parameter, detail }]);
  });

  it.each([
    ['an empty text', '{"text":""}', '#/text', 'A note needs a text.'],
    ['no text', '{}', '#/text', 'A note needs a text.'],
    ['a number', '{"text":7}', '#/text', 'A note needs a text.'],
    ['an array', '[]', '#', 'A note is a JSON object.'],
    ['null', 'null', '#', 'A note is a JSON object.'],
    [
      '201 characters',
      JSON.stringify({ text: 'a'.repeat(201) }),
      '#/text',
      'A note has at most 200 characters.',
    ],
  ])('rejects %s', async (_, body, pointer, detail) => {
    const response = await post(body);
    expect(response.status).toBe(422);
    const { errors } = await problemOf(response);
    expect(errors).toEqual([{ pointer, detail }]);
  });

  it.each(['', 'hello', '{"text":"a"', '{"text":"a"}}'])(
    'rejects %j as malformed',
    async (body) => {
      const response = await post(body);
      expect(response.status).toBe(400);
      await problemOf(response);
    },
  );

  it.each(['text/plain', 'application/jsonp', 'multipart/form-data'])(
    'rejects %s as JSON',
    async (type) => {
      const response = await post('{"text":"a"}', { 'content-type': type });
      expect(response.status).toBe(415);
      await problemOf(response);
    },
  );

  it('accepts JSON with a charset', async () => {
    const type = 'application/json; charset=utf-8';
    const response = await post('{"text":"Grüße, 你好"}', {
      'content-type': type,
    });
    expect(noteSchema.parse(await response.json()).text).toBe('Grüße, 你好');
  });

  it('accepts a body of up to 16 KiB', async () => {
    const padding = ' '.repeat(16 * 1024 - '{"text":"a"}'.length);
    expect((await post(`{"text":"a"}${padding}`)).status).toBe(201);
    const response = await post(`{"text":"a"}${padding} `);
    expect(response.status).toBe(413);
    await problemOf(response);
  });

  it('rejects megabytes without a length, and keeps responding', async () => {
    const response = await fetch(`${server}/api/notes`, {
      method: 'POST',
      headers: json,
      body: new Blob(['a'.repeat(8_000_000)]).stream(),
      // Required by Node's fetch for a stream.
      ...{ duplex: 'half' },
    });
    expect(response.status).toBe(413);
    await problemOf(response);
    expect((await get('/api/notes')).status).toBe(200);
  });

  it("updates a note that hasn't changed in the meantime", async () => {
    const { id } = await createNote(server, 'First');
    const change = (text: string, match?: string) =>
      fetch(`${server}/api/notes/${id}`, {
        method: 'PUT',
        headers: { ...json, ...(match && { 'if-match': match }) },
        body: JSON.stringify({ text }),
      });
    const seen = (await get(`/api/notes/${id}`)).headers.get('etag') ?? '';
    expect(seen).toBe('"1"');

    // Of two clients with the same version, one has to read again.
    const answers = await Promise.all([
      change('Second', seen),
      change('Another second', seen),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const kept = answers.find(({ status }) => status === 200);
    expect(kept?.headers.get('etag')).toBe('"2"');
    const note = noteSchema.parse(await kept?.json());
    const read = await get(`/api/notes/${id}`);
    expect(noteSchema.parse(await read.json())).toEqual(note);

    for (const match of ['"1"', '"3"']) {
      expect((await change('Lost', match)).status).toBe(412);
    }
    for (const match of [undefined, '2', '*', 'W/"2"']) {
      expect((await change('Lost', match)).status).toBe(428);
    }
    expect((await change('', '"2"')).status).toBe(422);
    expect(await (await get(`/api/notes/${id}`)).json()).toEqual(note);
    await fetch(`${server}/api/notes/${id}`, { method: 'DELETE' });
    expect((await change('Gone', '"2"')).status).toBe(404);
  });

  it('treats SQL as text', async () => {
    const text = `'); DROP TABLE notes; --`;
    const { id } = await createNote(server, text);
    const found = await get(`/api/notes?q=${encodeURIComponent(text)}`);
    const { notes } = noteListSchema.parse(await found.json());
    expect(notes.map((note) => note.id)).toEqual([id]);
    expect((await get(`/api/notes?q=%25`)).status).toBe(200);
  });

  it('deletes a note once', async () => {
    const created = await post('{"text":"Short-lived"}');
    const url = server + (created.headers.get('location') ?? '');

    const deleted = await fetch(url, { method: 'DELETE' });
    expect(deleted.status).toBe(204);
    expect(await deleted.text()).toBe('');
    for (const method of ['GET', 'DELETE']) {
      const gone = await fetch(url, { method });
      expect(gone.status).toBe(404);
      await problemOf(gone);
    }
  });
});
