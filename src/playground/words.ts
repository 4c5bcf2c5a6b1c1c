import { fillTemplate } from '../core/text.ts';
import { editMessages } from './editor/words.ts';

/** English texts of the playground by message id. */
export const playgroundMessages = {
  'playground.open': 'Run in the page',
  'playground.loading': 'Loading …',
  'playground.failed': 'The playground couldn’t be loaded. Try again.',
  'playground.title': 'Runs in this page',
  'playground.about':
    'Your browser runs this file with h3 {h3} and crossws {crossws}, without a server.',
  'playground.edit': 'Edit the code',
  'playground.restart': 'Restart',
  'playground.close': 'Close the playground',
  'playground.url': 'URL',
  'playground.connect': 'Connect',
  'playground.connectClient': 'Connect {client}',
  'playground.drop': 'Drop the connection',
  'playground.addClient': 'Add a client',
  'playground.removeClient': 'Remove {client}',
  'playground.idle': 'not connected',
  'playground.connecting': 'connecting',
  'playground.connected': 'connected',
  'playground.closing': 'closing',
  'playground.message': 'Message from {client}',
  'playground.send': 'Send',
  'playground.binary': 'as binary',
  'playground.presets': 'Messages and requests from the tests',
  'playground.code': 'Close code',
  'playground.reason': 'Reason',
  'playground.closeFrame': 'Close the connection',
  'playground.frames': 'Frames',
  'playground.events': 'Events',
  'playground.answers': 'Responses',
  'playground.nothing': 'Nothing yet.',
  'playground.sent': 'sent',
  'playground.received': 'received',
  'playground.opened': 'The connection is open.',
  'playground.refused':
    'The server rejected the connection with status {status}.',
  'playground.lost': 'The connection was lost without a close frame (1006).',
  'playground.older': 'Older lines not shown: {count}',
  'playground.pretty': 'Format JSON',
  'playground.pause': 'Pause',
  'playground.resume': 'Resume',
  'playground.waiting': 'Lines received while paused: {count}',
  'playground.clear': 'Clear',
  'playground.more': 'Show more',
  'playground.copy': 'Copy as text',
  'playground.copied': 'Copied.',
  'playground.notCopied': 'The browser blocked access to the clipboard.',
  'playground.newLines': 'New lines: {count}. Last line: {line}',
  'playground.silent':
    'No handler exists at {path}. The socket opens but receives nothing, as on a production server.',
  'playground.silentLink': 'Why a socket stays silent',
  'playground.leave': 'Disconnect',
  'playground.connection': 'Connection {number}',
  'playground.reconnects':
    'The connection was lost. EventSource is reconnecting.',
  'playground.disconnected': 'Disconnected.',
  'playground.gaveUp':
    'The response isn’t an event stream, so EventSource doesn’t reconnect.',
  'playground.method': 'Method',
  'playground.headers': 'Headers, one per line',
  'playground.body': 'Body',
  'playground.request': 'Send the request',
  'playground.noAnswer': 'No response.',
  'playground.notSendable': 'The browser can’t send this: {reason}',
  'playground.console': 'Console output of the handler',
  'playground.dropped': 'Lines dropped because of too much output: {count}',
  'playground.crash.unresponsive':
    'The server didn’t respond for one and a half seconds and was stopped. Look for an endless loop.',
  'playground.crash.flood':
    'The server was stopped: a handler posted messages to the page itself.',
  'playground.crash.memory':
    'The server was stopped: it sent more data than the page can process.',
  'playground.crash.error':
    'The server was stopped by an error outside of the handlers. A handler may have changed a built-in object.',
  'playground.crash.start':
    'The browser didn’t start the server. A policy of the page or an extension may block it.',
  'playground.where': 'Where the server runs',
  'playground.inPage': 'In this page',
  'playground.ownServer': 'Your own server',
  'playground.recorded': 'Recorded by the tests',
  'playground.play': 'Play {name}',
  'playground.differences': 'Differences from production',
  'playground.differences.plugins':
    'Nitro plugins and middleware don’t run, so the limits that they set don’t apply.',
  'playground.differences.page':
    'A URL without a handler returns a short text. In production, the app renders a page with Angular.',
  'playground.differences.node':
    'Node.js modules, files, process and crypto.subtle aren’t available. Buffer has no methods that read or write numbers; use a DataView.',
  'playground.replay.running': 'Replaying “{name}” on a separate server …',
  'playground.replay.agrees':
    'All {count} lines match the recording. IDs and times are replaced by names.',
  'playground.replay.differs': 'The first difference is in line {line}.',
  'playground.replay.edited':
    'You edited the code, so a difference may be intended.',
  'playground.replay.rest':
    'Not replayed: {count} more lines. They contain a message that exceeds the limit of a plugin, and plugins don’t run here.',
  'playground.replay.line': 'Line',
  'playground.replay.live': 'Live, in this page',
  'playground.replay.same': 'as recorded',
  'playground.replay.different': 'differs',
  'playground.replay.nothing': 'No data for five seconds.',
  'playground.replay.notSent': 'Not sent: the connection is closed.',
  'playground.replay.notRecorded': 'Not in the recording.',
  'playground.replay.stopped':
    'The replay ended because the server was stopped.',
  'playground.external.about':
    'Enter the URL of a running example or of your own app. The page connects to it only when you press a button.',
  'playground.external.eventSource':
    'The browser’s EventSource reads the stream. It dispatches “message” and the events that you name here, and doesn’t expose “retry”.',
  'playground.external.names': 'Event names, separated by spaces',
  'playground.external.notUrl':
    '“{text}” isn’t a complete URL. Example: {example}',
  'playground.external.scheme':
    'The URL must start with {schemes}. Example: {example}',
  'playground.external.credentials':
    'URLs with credentials aren’t allowed. Remove them.',
  'playground.external.diagnosing': 'Looking for the cause …',
  'playground.external.policy':
    'The content security policy of this site (connect-src) blocks connections to {host}. The site’s operator can allow them, or you can run the site on your machine.',
  'playground.external.mixed':
    'This page was loaded over https:, so the browser blocks {scheme} connections to {host} (mixed content). Use {secure}, or run the site on your machine over http:.',
  'playground.external.permission':
    'The permission to access the local network is denied for this site. Allow it in the site settings of the browser, then try again.',
  'playground.external.refused':
    'A server responds at {host}, but rejects the WebSocket. Either its handler doesn’t allow this origin (add {origin} to those that “upgrade” accepts), or it has no WebSocket support.',
  'playground.external.cors':
    'A server responds at {host}, but CORS doesn’t allow {origin} to read the response. Send the header {header}. For other methods or custom headers, also answer the preflight request (OPTIONS).',
  'playground.external.notStream':
    'The server responds with {status} {type}. That isn’t an event stream, so EventSource doesn’t reconnect.',
  'playground.external.unreachable':
    'No server responds at {host}. Is it running, and is the port right?',
  'playground.external.slow':
    '{host} hasn’t responded for five seconds. A development server may be compiling its first page. Still waiting …',
  'playground.external.late':
    '{host} hasn’t responded for a minute. Either the server is busy or hangs, or a firewall drops the connection.',
  'playground.external.redirected':
    '{host} redirects to a URL that the content security policy of this site (connect-src) blocks. The browser doesn’t reveal the URL; curl -i shows it.',
  'playground.external.orForbidden':
    'Or the browser blocks it silently: from a page loaded over https:, some browsers block {scheme} even to this machine. Run the site on your machine, or use Chrome or Firefox.',
  'playground.external.orCertificate':
    'Or its certificate isn’t trusted: open {root} in a new tab to see the browser’s warning.',
  'playground.external.orInsecure':
    'Or the browser blocks it silently: pages loaded over http: from another machine may not access the local network. Open this site over https:.',
  'playground.external.waiting':
    'No response to the handshake for five seconds. Typical causes: a hook that throws, or a development server without the WebSocket option.',
  'playground.external.waitingLink': 'Why a handshake never completes',
  'playground.external.silent':
    'The socket at {path} is open but has received nothing for three seconds. Check that a handler exists for this URL.',
  ...editMessages,
} as const;

/** A message id without its prefix. */
export type WordId =
  keyof typeof playgroundMessages extends `playground.${infer Id}` ? Id : never;

/** All texts in the language of a page by short id. */
export type AllWords = Readonly<Record<WordId, string>>;

/** Prefixes of texts that are fetched with the part that needs them. */
const partPrefixes = {
  later: ['crash.', 'differences.'],
  replay: ['replay.'],
  external: ['external.'],
  edit: ['edit.'],
} as const;

type Part = keyof typeof partPrefixes;
type IdOf<P extends Part> = Extract<
  WordId,
  `${(typeof partPrefixes)[P][number]}${string}`
>;

/** The texts of one part. */
export type PartWords<P extends Part> = Pick<AllWords, IdOf<P>>;

/** The texts of an open panel. */
export type Words = Omit<AllWords, IdOf<Part>>;

/**
 * Looks up all texts.
 *
 * @param textOf returns the text of a message id in the language of the page
 */
export function playgroundWords(
  textOf: (id: keyof typeof playgroundMessages) => string,
): AllWords {
  const ids = Object.keys(playgroundMessages) as `playground.${WordId}`[];
  const pairs = ids.map((id) => [id.slice('playground.'.length), textOf(id)]);
  return Object.fromEntries(pairs) as AllWords;
}

/** Returns the English texts. */
export function englishWords(): AllWords {
  return playgroundWords((id) => playgroundMessages[id]);
}

/** Splits the texts into those of an open panel and those that are fetched on demand. */
export function splitWords(words: AllWords): {
  readonly first: Words;
} & { readonly [P in Part]: PartWords<P> } {
  const isOf =
    (part: Part) =>
    ([id]: [string, string]) =>
      partPrefixes[part].some((prefix) => id.startsWith(prefix));
  const all = Object.entries(words);
  const of = <P extends Part>(part: P) =>
    Object.fromEntries(all.filter(isOf(part))) as PartWords<P>;
  const parts = Object.keys(partPrefixes) as Part[];
  const first = all.filter((one) => !parts.some((part) => isOf(part)(one)));
  return {
    first: Object.fromEntries(first) as Words,
    later: of('later'),
    replay: of('replay'),
    external: of('external'),
    edit: of('edit'),
  };
}

/**
 * Replaces the placeholders of a text, such as `{client}`.
 *
 * @param text one of the words
 * @param values by placeholder; a placeholder without a value stays
 */
export function formatText(
  text: string,
  values: Readonly<Record<string, string | number>>,
): string {
  return fillTemplate(text, values);
}
