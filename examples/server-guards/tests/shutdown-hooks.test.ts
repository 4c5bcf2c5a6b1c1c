import { type App, createApp, defineWebSocketHandler } from 'h3';
import { afterEach, expect, it, vi } from 'vitest';
import { serveApp } from './support/serve-app';
import { askSocket } from './support/socket-outcome';

// The real plugin, which uses only h3's app of Nitro.
const { default: gracefulShutdown } = await vi.importActual<{
  default: (nitro: { h3App: App }) => void;
}>('../src/server/plugins/graceful-shutdown.ts');

const signals = ['SIGTERM', 'SIGINT'] as const;
const before = signals.map((signal) => process.listeners(signal));

// Listeners of the plugin would keep the test process alive.
afterEach(() => {
  for (const [index, signal] of signals.entries()) {
    for (const listener of process.listeners(signal)) {
      if (!before[index]?.includes(listener)) process.off(signal, listener);
    }
  }
});

it('calls existing hooks', async () => {
  const seen: string[] = [];
  const hooks = {
    open: () => void seen.push('open'),
    message: () => void seen.push('message'),
    close: () => void seen.push('close'),
  };
  const h3App = createApp({ websocket: { hooks } });
  const echo = defineWebSocketHandler({
    message: (peer, data) => void peer.send(data.text()),
  });
  h3App.use('/echo', echo);
  gracefulShutdown({ h3App });

  const outcome = await serveApp(h3App, (url) => askSocket(url, '/echo'));
  expect(outcome).toEqual({ websocket: 'answers' });
  await expect.poll(() => seen).toEqual(['open', 'message', 'close']);
});
