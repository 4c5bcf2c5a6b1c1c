import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { expectEvidence } from '../support/evidence';
import { chatUrl, lobbyUrl, Room, welcomedId } from '../support/room';
import { type AppServer, modes } from '../support/server';
import type { ServerPair } from '../support/server-pair';
import type { ServerFrame } from '../support/wire';

/** Tests the messages of the chat. */
export function conversation(running: () => ServerPair): void {
  describe.each(modes)('the chat on the %s server', (mode) => {
    let server: AppServer;
    let room: Room;

    beforeAll(() => {
      server = running()[mode];
    });
    afterEach(() => room.wire.end());

    it('transfers a conversation of two clients in text frames', async () => {
      room = new Room(server.url);
      const ada = await room.enter('Ada');
      const bob = await room.enter('Bob');
      await ada.next();

      bob.send('{"text":"Hello, Ada"}');
      await bob.next();
      await ada.next();

      ada.send('ping');
      await ada.next();

      bob.close(1000, 'Good night');
      await bob.next();
      await ada.next();

      await expectEvidence('chat', await room.evidence());
      expect(opcodes(room)).toEqual(new Set(['text', 'close']));
    });

    it('broadcasts the messages of the lobby to both clients', async () => {
      room = new Room(server.url);
      const ada = await room.wire.connect('Ada', lobbyUrl);
      ada.send('Is anyone here?');
      await ada.next();
      const bob = await room.wire.connect('Bob', lobbyUrl);
      bob.send('Hi, Ada');
      await bob.next();
      await ada.next();

      const lobby = { ...(await room.evidence()), url: lobbyUrl };
      await expectEvidence('lobby', lobby);
      expect(opcodes(room)).toEqual(new Set(['text']));
    });

    it('reports invalid messages only to their sender', async () => {
      room = new Room(server.url);
      const ada = await room.enter('Ada');
      const bob = await room.enter('Bob');
      await ada.next();

      const oversized = 'x'.repeat(2_001);
      room.wire.name(oversized, '2001 characters');
      const refused = [
        'Hello',
        '{"message":"Hello"}',
        '{"text":42}',
        oversized,
      ];
      for (const message of refused) {
        bob.send(message);
        await bob.next();
      }

      bob.send('{"text":"I am still here"}');
      await bob.next();
      await ada.next();

      const flood = 'y'.repeat(64 * 1024 + 1);
      room.wire.name(flood, '65537 bytes');
      bob.send(flood);
      await bob.next();
      await ada.next();

      await expectEvidence('errors', await room.evidence());
    });

    it('accepts only the exact text as a ping', async () => {
      room = new Room(server.url);
      const ada = await room.enter('Ada');
      ada.send('{"text":"stopping"}');
      expect(text(await ada.next())).toMatch(
        /^\{"type":"message".*"stopping"\}$/,
      );
      for (const almost of ['stopping', ' ping', '"ping"']) {
        ada.send(almost);
        expect(text(await ada.next())).toMatch(/^\{"type":"error"/);
      }
    });

    it('delivers each text to all three clients once', async () => {
      room = new Room(server.url);
      const ada = await room.enter('Ada');
      const bob = await room.enter('Bob');
      const chi = await room.enter('Chi');
      for (const witness of [ada, ada, bob]) {
        expect(text(await witness.next())).toMatch(/^\{"type":"joined"/);
      }

      chi.send('{"text":"你好 👋 <b>&amp;\\u0000"}');
      for (const member of [ada, bob, chi]) {
        expect(JSON.parse(text(await member.next()))).toMatchObject({
          type: 'message',
          text: '你好 👋 <b>&amp;\u0000',
        });
      }
      await room.evidence();
    });

    it('notifies the others when a connection is lost', async () => {
      room = new Room(server.url);
      const ada = await room.enter('Ada');
      const bob = await room.enter('Bob');
      await ada.next();
      bob.socket.terminate();
      expect(text(await ada.next())).toMatch(
        /^\{"type":"left".*"code":1006\}$/,
      );
    });

    it('accepts only pages of its origin', async () => {
      room = new Room(server.url);
      const { host } = new URL(server.url);
      for (const origin of [`http://${host}`, `https://${host}`]) {
        const page = await room.wire.connect('page', chatUrl, { origin });
        welcomedId(await page.next());
      }
      for (const origin of [
        'https://evil.example',
        `http://${host}.evil`,
        'null',
      ]) {
        expect(await room.wire.refusal(chatUrl, { origin })).toBe(403);
      }
    });

    it('renders the page without opening a socket', async () => {
      room = new Room(server.url);
      const ada = await room.enter('Ada');
      const response = await fetch(server.url);
      const html = await response.text();
      expect(response.status).toBe(200);
      expect(html).toContain('<h1>Chat</h1>');
      expect(html).toContain('Connecting…');
      expect(await ada.untaken()).toEqual([]);
      expect(server.output()).not.toMatch(/is not defined|Invalid URL/);
    });
  });
}

function text(frame: ServerFrame): string {
  expect(frame.opcode).toBe('text');
  return frame.opcode === 'text' ? frame.payload : '';
}

function opcodes(room: Room): Set<string> {
  return new Set(room.wire.transcript().map(({ opcode }) => opcode));
}
