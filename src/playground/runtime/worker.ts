import './environment.ts';
import type {
  ConsoleLevel,
  FromWorker,
  StartMessage,
  ToWorker,
} from '../protocol.ts';
import { formatLine } from './inspect.ts';
import { Outbox } from './outbox.ts';
import { createServer } from './server.ts';

/** Often enough for the page's heartbeat, and seldom enough to be no flood. */
const signInterval = 400;

const levels: readonly ConsoleLevel[] = [
  'debug',
  'log',
  'info',
  'warn',
  'error',
];

// The first message brings the app and the way to the page.
addEventListener(
  'message',
  (event: MessageEvent<StartMessage>) => {
    const [port] = event.ports;
    if (port) start(event.data, port);
  },
  { once: true },
);

function start(message: StartMessage, port: MessagePort): void {
  // Bound now: handlers can put something else in place of the method.
  const post: (message: FromWorker) => void = port.postMessage.bind(port);
  const end = close.bind(globalThis);
  const now = performance.now.bind(performance);
  const outbox = new Outbox(post, (message) => {
    post({ type: 'fatal', message });
    end();
  });
  captureConsole(outbox);
  const server = createServer(message, (record) => {
    outbox.add(record);
  });
  let lastSign = 0;
  port.onmessage = ({ data }: MessageEvent<ToWorker>) => {
    if (now() - lastSign > signInterval) {
      lastSign = now();
      post({ type: 'alive' });
    }
    if (data.type === 'ping') post({ type: 'pong', count: data.count });
    else if (data.type === 'ack') outbox.acknowledged();
    else server.take(data);
  };
  post({ type: 'ready' });
}

function captureConsole(outbox: Outbox): void {
  for (const level of levels) {
    console[level] = (...values: unknown[]) => {
      outbox.addLine(level, () => formatLine(values));
    };
  }
  // Nitro's server prints these two and lives on.
  addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    console.error('[unhandledRejection]', event.reason);
  });
  addEventListener('error', (event) => {
    event.preventDefault();
    console.error('[uncaughtException]', event.error);
  });
}
