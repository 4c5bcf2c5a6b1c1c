import { type Member, scenario, type Transcript } from './transcript';

const path = '/api/ws/close';

/** Close codes and reasons of the server. */
export const closedByServer = scenario(async (transcript) => {
  const watcher = await watch(transcript);
  for (const command of [
    'close 1000 Done',
    'close 4001 Kicked out',
    'close 1011 Broken: 你好',
    'close',
  ]) {
    const ada = await transcript.connect('Ada', path);
    ada.send(command);
    await ada.next();
    await watcher.next();
  }
});

/** Close codes and reasons of a client. */
export const closedByClient = scenario(async (transcript) => {
  const watcher = await watch(transcript);
  for (const [code, reason] of [
    [1000, 'Good night'],
    [3000, ''],
    [4999, 'The last code there is'],
    [undefined, undefined],
  ] as const) {
    const ada = await transcript.connect('Ada', path);
    ada.close(code, reason);
    await ada.next();
    await watcher.next();
  }
});

/** Connections without a close frame, from both ends. */
export const cut = scenario(async (transcript) => {
  const watcher = await watch(transcript);
  const ada = await transcript.connect('Ada', path);
  ada.send('terminate');
  await ada.next();
  await watcher.next();

  const bob = await transcript.connect('Bob', path);
  transcript.note({ client: 'Bob', loses: 'the network' });
  bob.socket.drop();
  await watcher.next();
});

/** A code that a server may not send: `close` throws, and the socket becomes unusable. */
export const closeThatThrows = scenario(async (transcript) => {
  const watcher = await watch(transcript);
  const ada = await transcript.connect('Ada', path);
  ada.send('close 1005 Not allowed');
  await watcher.next();
  ada.send('watch');
  // The watcher's response shows that Ada gets none.
  watcher.send('watch');
  await watcher.next();
  transcript.note({ client: 'Ada', untaken: ada.untaken });
});

async function watch(transcript: Transcript): Promise<Member> {
  const watcher = await transcript.connect('watcher', path);
  watcher.send('watch');
  await watcher.next();
  return watcher;
}
