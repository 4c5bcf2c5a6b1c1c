/** The words that tables and notes need beside what was recorded, in English. */
export const defaultLabels = {
  'evidence.frames.caption': 'Frames on {url}, as recorded',
  'evidence.frames.client': 'Client',
  'evidence.frames.direction': 'Direction',
  'evidence.frames.toServer': 'to server',
  'evidence.frames.fromServer': 'from server',
  'evidence.frames.opcode': 'Opcode',
  'evidence.frames.payload': 'Payload or close code',
  'evidence.events.caption': 'Events on {url}, as recorded',
  'evidence.events.connection': 'Connection {number}',
  'evidence.events.id': 'Id',
  'evidence.events.event': 'Event',
  'evidence.events.retry': 'Retry (ms)',
  'evidence.events.data': 'Data',
  'evidence.events.clientLeaves': 'The client leaves.',
  'evidence.events.serverCloses': 'The server closes the stream.',
  'evidence.layouts.caption':
    'Where the routes of each layout answer, as recorded',
  'evidence.layouts.layout': 'Layout',
  'evidence.layouts.websocket': 'WebSocket',
  'evidence.layouts.get': 'HTTP (GET)',
  'evidence.layouts.stream': 'Event stream',
  'evidence.layouts.development': 'Development:',
  'evidence.layouts.production': 'Production:',
  'evidence.layouts.nowhere': 'nowhere',
  'evidence.knownBug.title': 'Known bug of {package} {version}',
  'evidence.knownBug.fixed': 'fixed in {version}',
  'evidence.knownBug.upstream': 'thread upstream',
  'evidence.load.bare.sockets': 'ws alone',
  'evidence.load.bare.streams': 'node:http alone',
  'evidence.load.analog': 'Analog',
  'evidence.load.limited': 'Analog with all limits',
  'evidence.load.echo': 'Answers a second',
  'evidence.load.broadcast': 'Deliveries a second',
  'evidence.load.echoTime': 'Processor time of an answer',
  'evidence.load.broadcastTime': 'Processor time of a delivery',
  'evidence.load.live': 'Memory of a connection',
  'evidence.load.less': 'less is better',
  'evidence.load.ratios.sockets':
    '{count} sockets: each server beside ws alone',
  'evidence.load.ratios.streams':
    '{count} event streams: each server beside node:http alone',
  'evidence.load.growth': 'Memory of a server by the sockets that are open',
  'evidence.load.connections': 'Open sockets',
  'evidence.load.measure': 'Measured',
  'evidence.load.table': 'The table below has the same figures.',
  'evidence.load.on':
    'Recorded on one machine with {processors} processors ({system}), with Node {node}, {packages}. Medians of {rounds} rounds of {seconds} seconds.',
} as const;

/** The ids of those words; they do not change, since catalogues refer to them. */
export type EvidenceLabelId = keyof typeof defaultLabels;

/** The id of a text that was recorded: what a layout is. Its English is in the evidence. */
export type RecordedLabelId = `layouts.${string}`;

/** Words for each id; what is missing is shown in English. */
export type EvidenceLabels = Readonly<
  Partial<Record<EvidenceLabelId | RecordedLabelId, string>>
>;

/** The word for an id; a recorded text is given, since only the evidence has it in English. */
export interface Label {
  (id: EvidenceLabelId): string;
  (id: RecordedLabelId, recorded: string): string;
}

/**
 * Completes labels by the English ones.
 *
 * @param labels words of one language
 * @returns the word for each id
 */
export function labelled(labels: EvidenceLabels): Label {
  const english: Readonly<Record<string, string>> = defaultLabels;
  return (id: EvidenceLabelId | RecordedLabelId, recorded?: string) =>
    labels[id] ?? recorded ?? english[id] ?? id;
}
