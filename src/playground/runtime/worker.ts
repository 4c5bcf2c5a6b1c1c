import './environment.ts';
import type { ConsoleLevel, StartMessage, ToWorker } from '../protocol.ts';
import { formatLine } from './inspect.ts';
import { Outbox } from './outbox.ts';
import { plainRecords } from './plain-records.ts';
import { createServer } from './server.ts';
import { onUnsupported } from './unsupported.ts';

/** Milliseconds between progress reports: below the heartbeat's timeout, without flooding the page. */
const signInterval = 400;

const levels: readonly ConsoleLevel[] = [
  'debug',
  'log',
  'info',
  'warn',
  'error',
];

// The first message contains the app and the port to the page.
addEventListener(
  'message',
  (event: MessageEvent<StartMessage>) => {
    const [port] = event.ports;
    if (port) start(event.data, port);
  },
  { once: true },
);

// Saved now: a getter of a handler would receive the event, whose target is the port to the page.
const dataOf: (event: MessageEvent<ToWorker>) => ToWorker =
  Function.prototype.call.bind(
    // eslint-disable-next-line @typescript-eslint/unbound-method -- each call brings the event
    Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data')?.get ??
      (() => undefined),
  );

function start(message: StartMessage, port: MessagePort): void {
  // Bound now, since handlers can replace the method.
  const post: (message: object) => void = port.postMessage.bind(port);
  const end = close.bind(globalThis);
  const now = performance.now.bind(performance);
  const stop = () => {
    post({ type: 'fatal' });
    end();
  };
  const outbox = new Outbox((batch) => {
    const records = plainRecords(batch);
    if (records) post({ type: 'batch', records });
    else stop();
  }, stop);
  captureConsole(outbox);
  onUnsupported((name) => outbox.addUnsupported(name));
  const server = createServer(message, (record) => {
    outbox.add(record);
  });
  let lastSign = 0;
  let taken = 0;
  port.onmessage = (event: MessageEvent<ToWorker>) => {
    const data = dataOf(event);
    if (data.type === 'ping') post({ type: 'pong', count: data.count });
    else if (data.type === 'ack') outbox.acknowledged();
    else {
      taken += 1;
      if (now() - lastSign > signInterval) {
        lastSign = now();
        post({ type: 'alive', taken });
      }
      server.take(data);
    }
  };
  post({ type: 'ready' });
}

function captureConsole(outbox: Outbox): void {
  for (const level of levels) {
    console[level] = (...values: unknown[]) => {
      outbox.addLine(level, () => formatLine(values));
    };
  }
  // Nitro's server logs these two and continues.
  addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    console.error('[unhandledRejection]', event.reason);
  });
  addEventListener('error', (event) => {
    event.preventDefault();
    console.error('[uncaughtException]', event.error);
  });
}
