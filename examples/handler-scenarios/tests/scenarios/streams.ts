import { scenario } from './transcript';

/** Each field in its wire format. */
export const streamFields = scenario(async (transcript) => {
  await transcript.request('GET', '/api/stream/fields');
});

/** The server closes the stream, and the reader resumes after the last id. */
export const streamResumes = scenario(async (transcript) => {
  const source = transcript.events('/api/stream/resume');
  for (let count = 0; count < 6; count += 1) await source.next();
  source.close();
  await transcript.request('GET', '/api/stream/resume', {
    headers: { 'last-event-id': '41' },
  });
});

/** The server notices disconnected readers, and clears their timers. */
export const streamCancelled = scenario(async (transcript) => {
  const first = await transcript.stream('/api/stream/open');
  transcript.note({ first: await first.read() });
  const second = await transcript.stream('/api/stream/open');
  transcript.note({ second: await second.read() });
  await transcript.request('GET', '/api/stream/readers?are=2');
  first.leave();
  await transcript.request('GET', '/api/stream/readers?are=1');
  second.leave();
  await transcript.request('GET', '/api/stream/readers?are=0');
});
