import { scenario } from './transcript';

/** Text and binary messages in both directions. */
export const textAndBinary = scenario(async (transcript) => {
  const ada = await transcript.connect('Ada', '/api/ws/echo');
  for (const data of [
    'plain',
    'naïve 你好 🙂',
    '',
    new Uint8Array([0, 1, 2, 255]),
    new TextEncoder().encode('bytes that are text'),
    new Uint8Array(),
  ]) {
    ada.send(data);
    await ada.next();
  }
});

/** `send` and `publish` with each type. */
export const values = scenario(async (transcript) => {
  const ada = await transcript.connect('Ada', '/api/ws/values');
  const bob = await transcript.connect('Bob', '/api/ws/values');
  const names = ['text', 'number', 'boolean', 'undefined', 'null', 'object'];
  for (const name of [
    ...names,
    'list',
    'bytes',
    'temperature',
    'map',
    'instance',
  ]) {
    ada.send(name);
    await ada.next();
  }
  for (const name of ['text', 'number', 'object', 'bytes']) {
    ada.send(`publish ${name}`);
    await bob.next();
  }
});

/** Invalid JSON makes the hook throw; the socket stays open. */
export const malformedJson = scenario(async (transcript) => {
  const ada = await transcript.connect('Ada', '/api/ws/json');
  for (const text of ['{"a":1}', '{"a":', 'nothing like it', '[1,"two"]']) {
    ada.send(text);
  }
  await ada.next();
  await ada.next();
  transcript.note({ untaken: ada.untaken });
});
