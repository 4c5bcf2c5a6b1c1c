/** The words that a table of frames or events needs beside what was recorded, in English. */
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
} as const;

/** The ids of those words; they do not change, since catalogues refer to them. */
export type EvidenceLabelId = keyof typeof defaultLabels;

/** Words for each id; what is missing is shown in English. */
export type EvidenceLabels = Readonly<Partial<Record<EvidenceLabelId, string>>>;

/** The word for an id. */
export type Label = (id: EvidenceLabelId) => string;

/**
 * Completes labels by the English ones.
 *
 * @param labels words of one language
 * @returns the word for each id
 */
export function labelled(labels: EvidenceLabels): Label {
  return (id) => labels[id] ?? defaultLabels[id];
}
