import { type EditWords, editMessages } from './editor/words.ts';

/** What the playground says, in English, by the id of its translation. */
export const playgroundMessages = {
  'playground.open': 'Run in the page',
  'playground.loading': 'Loading …',
  'playground.failed': 'The playground could not be loaded. Try again.',
  'playground.title': 'Runs in this page',
  'playground.about':
    'Your browser runs this very file, on h3 {h3} and crossws {crossws}. No server takes part.',
  'playground.edit': 'Edit the code',
  'playground.restart': 'Restart',
  'playground.close': 'Close the playground',
  'playground.url': 'URL',
  'playground.connect': 'Connect',
  'playground.connectClient': 'Connect {client}',
  'playground.drop': 'Drop the network',
  'playground.addClient': 'Add a client',
  'playground.removeClient': 'Remove {client}',
  'playground.idle': 'not connected',
  'playground.connecting': 'connecting',
  'playground.connected': 'connected',
  'playground.closing': 'closing',
  'playground.message': 'Message from {client}',
  'playground.send': 'Send',
  'playground.binary': 'as binary',
  'playground.presets': 'What the tests send',
  'playground.code': 'Close code',
  'playground.reason': 'Reason',
  'playground.closeFrame': 'Close the connection',
  'playground.frames': 'Frames',
  'playground.events': 'Events',
  'playground.answers': 'Answers',
  'playground.nothing': 'Nothing yet.',
  'playground.sent': 'sent',
  'playground.received': 'received',
  'playground.opened': 'The connection is open.',
  'playground.refused': 'The server refuses the connection with {status}.',
  'playground.lost': 'The connection is lost, without a close frame: 1006.',
  'playground.older': 'Older lines that are no longer shown: {count}',
  'playground.pretty': 'Format JSON',
  'playground.pause': 'Pause',
  'playground.resume': 'Go on',
  'playground.waiting': 'Lines that wait: {count}',
  'playground.clear': 'Clear',
  'playground.copy': 'Copy as text',
  'playground.copied': 'Copied.',
  'playground.notCopied': 'The browser does not allow copying.',
  'playground.news': 'New lines: {count}. The last one: {line}',
  'playground.silent':
    'No handler answers at {path}. The socket opens and stays silent, as on a real server.',
  'playground.silentLink': 'Why a socket stays silent',
  'playground.leave': 'Disconnect',
  'playground.cut': 'Cut the connection',
  'playground.connection': 'Connection {number}',
  'playground.reconnects':
    'The connection is lost. EventSource opens it again.',
  'playground.left': 'The client has left.',
  'playground.gaveUp':
    'The answer is no event stream: EventSource gives up for good.',
  'playground.method': 'Method',
  'playground.headers': 'Headers, one a line',
  'playground.body': 'Body',
  'playground.request': 'Send the request',
  'playground.noAnswer': 'There is no answer.',
  'playground.notSendable': 'The browser cannot send this: {reason}',
  'playground.console': 'Console of the handler',
  'playground.dropped': 'Lines that came too fast and are lost: {count}',
  'playground.crash.unresponsive':
    'The server gave no sign of life for one and a half seconds and was stopped. Look for a loop that never ends.',
  'playground.crash.flood':
    'The server was stopped: a handler posted messages to the page itself.',
  'playground.crash.memory':
    'The server was stopped: it sent more than the page could take.',
  'playground.crash.start':
    'The browser does not start the server. A policy of the page or an extension may forbid it.',
  'playground.where': 'Where the server runs',
  'playground.here': 'In this page',
  'playground.there': 'Your own server',
  'playground.recorded': 'What our tests recorded',
  'playground.play': 'Play {name}',
  'playground.differs': 'What is different in here',
  'playground.differs.plugins':
    'Plugins and middleware of the app do not run. A limit that a plugin sets does not hold here.',
  'playground.differs.page':
    'An app answers a URL that no handler has with a page that Angular renders. Here a short text stands for it.',
  'playground.differs.node':
    'There is no process, no file and no module of Node, and no crypto.subtle.',
  'playground.replay.running':
    'The scenario “{name}” runs on a server of its own …',
  'playground.replay.agrees':
    'They agree: all {count} lines are as recorded. Ids and times have names, as in the tests.',
  'playground.replay.differs':
    'They differ, for the first time in line {line}.',
  'playground.replay.edited':
    'You have edited the code: a difference may be just what you want.',
  'playground.replay.rest':
    'Not played: {count} more lines. In them a message is longer than a plugin of the app allows, and plugins do not run in here.',
  'playground.replay.line': 'Line',
  'playground.replay.live': 'Live, in this page',
  'playground.replay.same': 'as recorded',
  'playground.replay.different': 'differs',
  'playground.replay.nothing': 'Nothing came for five seconds.',
  'playground.replay.notSent': 'Not sent: the connection is closed.',
  'playground.replay.notRecorded': 'Nothing more is recorded.',
  'playground.replay.stopped': 'The replay has ended: the server was stopped.',
  'playground.own.about':
    'Type the address of an example that runs, or of your own app. The page contacts it when you press a button, and never by itself.',
  'playground.own.eventSource':
    'The browser’s own EventSource reads the stream. It hides “retry”, and hands out “message” and the event names that it is asked for.',
  'playground.own.names': 'Event names, with spaces between them',
  'playground.own.notUrl':
    '“{text}” is no whole address. Write one such as {example}.',
  'playground.own.scheme':
    'Here an address begins with {schemes}. Write one such as {example}.',
  'playground.own.credentials':
    'An address with a name and a password goes nowhere. Take them out.',
  'playground.own.asking': 'Finding out why …',
  'playground.own.policy':
    'This site’s own policy (connect-src) forbids the page to contact {host}. Who hosts the site can allow it, or run the guide on your machine.',
  'playground.own.mixed':
    'This page came over https:, so the browser lets it open no {scheme} to {host}. Use {secure} there, or run the guide on your machine, which serves it over http:.',
  'playground.own.permission':
    'You, or a setting, have forbidden this site to reach your local network. Allow it in the settings that the icon beside the address opens, then try again.',
  'playground.own.refused':
    'A server answers at {host}, but it opens no socket for this page. Either its handler refuses other origins, as the chat of this guide does: add {origin} to those that “upgrade” allows. Or it has no WebSockets at all.',
  'playground.own.cors':
    'A server answers at {host}, but pages of {origin} may not read it. Send the header {header}; for other methods and for headers of your own, answer OPTIONS with what is allowed.',
  'playground.own.notStream':
    'The server answers with {status} {type}. That is no event stream, so EventSource gives up.',
  'playground.own.unreachable':
    'Nobody answers at {host}. Is the server running, and is the port right?',
  'playground.own.orForbidden':
    'Or the browser forbids it without a word: this page came over https:, and some browsers then reach no {scheme} on this machine either. Run the guide on your machine, or use Chrome or Firefox.',
  'playground.own.orCertificate':
    'Or its certificate is not trusted: open {root} in a tab of its own, and see what the browser says there.',
  'playground.own.orInsecure':
    'Or the browser forbids it without a word: this page came over http: from elsewhere, and may then not reach your local network. Open it over https:.',
  'playground.own.waiting':
    'The server has not answered the handshake for five seconds. A hook that throws leaves it open, and so does a development server without the option for WebSockets.',
  'playground.own.waitingLink': 'Why a handshake never ends',
  'playground.own.silent':
    'The socket at {path} is open, and nothing has come for three seconds. If no handler has this URL, nothing ever will.',
  ...editMessages,
} as const;

/** What a panel says only once a part of it is asked for; it is fetched with that part. */
const laterPrefixes = ['crash.', 'differs.', 'replay.', 'own.'] as const;

/** The id of one text, without what all of them begin with. */
export type WordId =
  keyof typeof playgroundMessages extends `playground.${infer Id}` ? Id : never;

type LaterId = Extract<WordId, `${(typeof laterPrefixes)[number]}${string}`>;

/** The texts of an open panel in the language of a page. */
export type Words = Readonly<
  Record<Exclude<WordId, LaterId | keyof EditWords>, string>
>;

/** The other texts. */
export type LaterWords = Readonly<Record<LaterId, string>>;

/** All texts of a panel. */
export type AllWords = Words & LaterWords;

/**
 * The texts by their short ids.
 *
 * @param textOf the text of a whole id in the language of the page
 */
export function playgroundWords(
  textOf: (id: keyof typeof playgroundMessages) => string,
): AllWords & EditWords {
  const ids = Object.keys(playgroundMessages) as `playground.${WordId}`[];
  const pairs = ids.map((id) => [id.slice('playground.'.length), textOf(id)]);
  return Object.fromEntries(pairs) as AllWords & EditWords;
}

/** Parts the texts: those of an open panel, and those that are fetched when they are needed. */
export function partedWords(words: AllWords & EditWords): {
  readonly first: Words;
  readonly later: LaterWords;
  readonly edit: EditWords;
} {
  const isLater = ([id]: [string, string]) =>
    laterPrefixes.some((prefix) => id.startsWith(prefix));
  const isEdit = ([id]: [string, string]) => id.startsWith('edit.');
  const all = Object.entries(words);
  const first = all.filter((one) => !isLater(one) && !isEdit(one));
  return {
    first: Object.fromEntries(first) as Words,
    later: Object.fromEntries(all.filter(isLater)) as LaterWords,
    edit: Object.fromEntries(all.filter(isEdit)) as EditWords,
  };
}

/**
 * Puts values in the places of a text: `{client}`.
 *
 * @param text one of the words
 * @param values by the names of the places; a place without a value stays
 */
export function say(
  text: string,
  values: Readonly<Record<string, string | number>>,
): string {
  return text.replaceAll(/\{(\w+)\}/g, (place, name: string) =>
    String(values[name] ?? place),
  );
}
