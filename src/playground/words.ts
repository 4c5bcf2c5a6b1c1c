/** What the playground says, in English, by the id of its translation. */
export const playgroundMessages = {
  'playground.open': 'Run in the page',
  'playground.loading': 'Loading …',
  'playground.failed': 'The playground could not be loaded. Try again.',
  'playground.title': 'Runs in this page',
  'playground.about':
    'Your browser runs this very file, on h3 {h3} and crossws {crossws}. No server takes part.',
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
  'playground.noAnswer': 'There is no answer: the server has stopped.',
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
  'playground.differs': 'What is different in here',
  'playground.differs.plugins':
    'Plugins and middleware of the app do not run. A limit that a plugin sets does not hold here.',
  'playground.differs.page':
    'An app answers a URL that no handler has with a page that Angular renders. Here a short text stands for it.',
  'playground.differs.node':
    'There is no process, no file and no module of Node, and no crypto.subtle.',
} as const;

/** The id of one text, without what all of them begin with. */
export type WordId =
  keyof typeof playgroundMessages extends `playground.${infer Id}` ? Id : never;

/** The texts in the language of a page. */
export type Words = Readonly<Record<WordId, string>>;

/**
 * The texts by their short ids.
 *
 * @param textOf the text of a whole id in the language of the page
 */
export function playgroundWords(
  textOf: (id: keyof typeof playgroundMessages) => string,
): Words {
  const ids = Object.keys(playgroundMessages) as `playground.${WordId}`[];
  const pairs = ids.map((id) => [id.slice('playground.'.length), textOf(id)]);
  return Object.fromEntries(pairs) as Words;
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
