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
  'evidence.knownBug.title': 'Known bug of {package} {version}',
  'evidence.knownBug.fixed': 'fixed in {version}',
  'evidence.knownBug.upstream': 'thread upstream',
} as const;

/** An id of a label; they do not change, since catalogues refer to them. */
export type EvidenceLabelId = keyof typeof defaultLabels;

/** The word for an id; the English for one that only the evidence has words for. */
export type Label<Id extends string = EvidenceLabelId> = (
  id: Id,
  english?: string,
) => string;

/** Words by their id. */
export type Labels = Readonly<Partial<Record<string, string>>>;

/**
 * Completes labels by the English ones.
 *
 * @param labels words of one language
 * @param english those of components that a site adds
 */
export function labelled(labels: Labels, english: Labels = {}): Label<string> {
  const all: Labels = { ...defaultLabels, ...english };
  return (id, recorded) => labels[id] ?? recorded ?? all[id] ?? id;
}
