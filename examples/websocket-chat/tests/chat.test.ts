import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppServer, modes, startServer } from './support/server.ts';
import { Wire } from './support/wire.ts';

describe.each(modes)('the chat on the %s server', (mode) => {
  let server: AppServer;

  beforeAll(async () => {
    server = await startServer(mode);
  });
  afterAll(() => server.stop());

  it('welcomes a newcomer', async () => {
    const wire = new Wire(server.url);
    const ada = await wire.connect('Ada', '/api/ws/chat');
    const { opcode, payload } = await ada.next();
    expect(opcode).toBe('text');
    wire.name(JSON.parse(payload ?? '').id, 'peer-1');
    await expect(
      `${JSON.stringify(wire.transcript(), null, 2)}\n`,
    ).toMatchFileSnapshot('../evidence/chat.json');
  });
});
