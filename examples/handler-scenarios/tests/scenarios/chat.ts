import { scenario } from './transcript';

const path = '/api/ws/chat';

/** Three clients: publishers don't receive their own messages. */
export const chat = scenario(async (transcript) => {
  const ada = await transcript.connect('Ada', path);
  await ada.welcome('peer-1');
  const bob = await transcript.connect('Bob', path);
  await bob.welcome('peer-2');
  await ada.next();

  ada.send('Hello, Bob');
  await bob.next();
  bob.send('Hello, Ada');
  await ada.next();

  const chi = await transcript.connect('Chi', path);
  await chi.welcome('peer-3');
  await ada.next();
  await bob.next();
  bob.send('leave the room');
  bob.send('Bob publishes without being subscribed');
  await ada.next();
  await chi.next();

  chi.close(1000, 'Good night');
  await chi.next();
  await ada.next();
  transcript.note({ untaken: [ada.untaken, bob.untaken, chi.untaken] });
});

/** Each path is a room, and a topic reaches only the paths in its name. */
export const rooms = scenario(async (transcript) => {
  const red1 = await transcript.connect('red 1', '/api/ws/rooms/red');
  await red1.next();
  const red2 = await transcript.connect('red 2', '/api/ws/rooms/red?any=query');
  await red2.next();
  const blue = await transcript.connect('blue', '/api/ws/rooms/blue');
  await blue.next();

  red1.send('for red');
  await red2.next();
  blue.send('for blue');
  red2.send('back');
  await red1.next();
  transcript.note({ untaken: [red1.untaken, red2.untaken, blue.untaken] });
});
