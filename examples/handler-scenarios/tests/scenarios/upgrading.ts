import { scenario, type Transcript } from './transcript';

const refuse = '/api/ws/refuse?how=';

/** Refused upgrades. */
export const refused = scenario(async (transcript) => {
  for (const how of ['returned', 'thrown', 'redirect']) {
    const ada = await transcript.connect('Ada', refuse + how);
    await ada.next();
  }
});

/** Results of hooks that don't refuse the upgrade. */
export const notRefused = scenario(async (transcript) => {
  for (const how of ['ok', 'not-at-all']) {
    const ada = await transcript.connect('Ada', refuse + how);
    ada.send('open after all');
    await ada.next();
  }
});

/** An error that isn't a Response: the upgrade gets no response. */
export const neverAnswered = scenario(async (transcript) => {
  for (const how of ['error', 'create-error']) {
    const ada = transcript.start('Ada', refuse + how);
    let answered = false;
    void ada.socket.handshake.then(
      () => (answered = true),
      () => (answered = true),
    );
    await others(transcript);
    transcript.note({ client: 'Ada', connects: refuse + how, answered });
  }
});

/** Headers of the 101 response, and the context that hooks share. */
export const upgraded = scenario(async (transcript) => {
  const ada = await transcript.connect('Ada', '/api/ws/upgrade?name=Ada');
  await ada.next();
  const bob = await transcript.connect('Bob', '/api/ws/upgrade?name=Bob');
  await bob.next();
  ada.send('who am I?');
  await ada.next();
});

/** The first offered sub-protocol is selected. */
export const subProtocol = scenario(async (transcript) => {
  for (const offered of [[], ['chat.v1'], ['chat.v2', 'chat.v1']]) {
    transcript.note({ offers: offered });
    const ada = await transcript.connect('Ada', '/api/ws/protocol', offered);
    await ada.next();
  }
});

/** Hooks that throw; other hooks and later messages still work. */
export const throwingHooks = scenario(async (transcript) => {
  const ada = await transcript.connect('Ada', '/api/ws/throws');
  await ada.next();
  for (const text of ['throw', 'reject', 'still here']) ada.send(text);
  await ada.next();
  ada.close(1000, '');
  await ada.next();
});

/** A URL without a socket: open and silent. */
export const unknownSocket = scenario(async (transcript) => {
  for (const path of ['/api/nope', '/nope', '/api/notes']) {
    const ada = await transcript.connect('Ada', path);
    ada.send('Is anybody there?');
    await others(transcript);
    transcript.note({ client: 'Ada', untaken: ada.untaken });
    ada.close(1000, 'Nobody');
    await ada.next();
  }
});

/** A round trip of another client, after which a response would have arrived. */
async function others(transcript: Transcript): Promise<void> {
  const other = await transcript.connect('other', '/api/ws/echo');
  for (let turn = 0; turn < 3; turn += 1) {
    other.send('turn');
    await other.next();
  }
}
