import { scenario } from './transcript';

const json = { 'content-type': 'application/json' };

/** Methods, parameters, headers and bodies. */
export const methods = scenario(async (transcript) => {
  await transcript.request('GET', '/api/notes?q=a%20b&tag=1&tag=2', {
    headers: { 'accept-language': 'de' },
  });
  await transcript.request('GET', '/api/notes/caf%C3%A9');
  await transcript.request('POST', '/api/notes', {
    headers: json,
    body: '{"text":"naïve 你好"}',
  });
  await transcript.request('POST', '/api/notes', {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'text=a+note&tag=1&tag=2',
  });
  await transcript.request('POST', '/api/notes', { headers: json });
  await transcript.request('PUT', '/api/notes/7', {
    headers: { 'content-type': 'text/plain' },
    body: 'as it is',
  });
  await transcript.request('DELETE', '/api/notes/7');
});

/** The rest of a path in one parameter. */
export const catchAll = scenario(async (transcript) => {
  await transcript.request('GET', '/api/files/a/b/c.txt');
  await transcript.request('PATCH', '/api/files/a');
  await transcript.request('GET', '/api/files');
});

/** Return values of handlers. */
export const answers = scenario(async (transcript) => {
  for (const kind of [
    'text',
    'number',
    'false',
    'null',
    'nothing',
    'bytes',
    'response',
    'teapot',
    'redirect',
    'stream',
  ]) {
    await transcript.request('GET', `/api/answers/${kind}`);
  }
});

/** Errors of handlers. */
export const errors = scenario(async (transcript) => {
  for (const kind of [
    'create-error',
    'error',
    'returned-error',
    'thrown-response',
    'unheard-of',
  ]) {
    await transcript.request('GET', `/api/answers/${kind}`);
  }
  await transcript.request('POST', '/api/notes', {
    headers: json,
    body: '{"text":',
  });
});

/** Unknown URLs inside and outside of the API, and a wrong method. */
export const unknownUrl = scenario(async (transcript) => {
  await transcript.request('GET', '/api/nope');
  await transcript.request('GET', '/nope');
  await transcript.request('PATCH', '/api/notes');
  await transcript.request('GET', '/api/ws/chat');
  await transcript.request('HEAD', '/api/notes');
});
