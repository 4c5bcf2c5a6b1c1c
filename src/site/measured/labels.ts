import type { Label } from '../../evidence/bind/labels.ts';

/** The words beside measured layouts and load runs, in English. */
export const measuredLabels = {
  'evidence.layouts.caption':
    'Where the routes of each layout answer, as recorded',
  'evidence.layouts.layout': 'Layout',
  'evidence.layouts.websocket': 'WebSocket',
  'evidence.layouts.get': 'HTTP (GET)',
  'evidence.layouts.stream': 'Event stream',
  'evidence.layouts.development': 'Development:',
  'evidence.layouts.production': 'Production:',
  'evidence.layouts.nowhere': 'nowhere',
  'evidence.load.bare.sockets': 'ws alone',
  'evidence.load.bare.streams': 'node:http alone',
  'evidence.load.analog': 'Analog',
  'evidence.load.limited': 'Analog with all limits',
  'evidence.load.echoTime': 'Processor time of an answer',
  'evidence.load.broadcastTime': 'Processor time of a delivery',
  'evidence.load.live': 'Memory of a connection',
  'evidence.load.less': 'less is better',
  'evidence.load.ratios.sockets':
    '{count} sockets: each server compared with ws alone',
  'evidence.load.ratios.streams':
    '{count} event streams: each server compared with node:http alone',
  'evidence.load.growth': 'Memory of a server by the sockets that are open',
  'evidence.load.connections': 'Open sockets',
  'evidence.load.measure': 'Measured',
  'evidence.load.table': 'The table below has the same figures.',
  'evidence.load.on':
    'Recorded on one machine with {processors} processors ({system}), with Node {node}, {packages}. Medians of {rounds} rounds of {seconds} seconds.',
} as const;

/** The id of what a layout is; its English is in the evidence. */
export type LayoutId = `layouts.${string}`;

/** The word for an id. */
export type MeasuredLabel = Label<keyof typeof measuredLabels | LayoutId>;
