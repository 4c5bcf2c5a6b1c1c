import { limits } from '../../shared/limits';

/** What the URL of a socket says: `/api/ws/rooms/tea?name=Ada`. */
export interface RoomAddress {
  readonly room: string;
  readonly memberName: string;
}

/**
 * Reads the URL of an upgrade, since a hook has no route parameters. The host in
 * it is what the client says, so it may be no URL at all: nothing here throws.
 *
 * @returns `undefined` for what is no name of a room
 */
export function readRoomAddress(url: string): RoomAddress | undefined {
  const [path = '', query] = url.split('?');
  const room = /\/rooms\/([a-z0-9-]{1,40})\/?$/.exec(path)?.[1];
  const name = new URLSearchParams(query).get('name') ?? '';
  const shown = name.replaceAll(/\p{Cc}/gu, '').trim();
  const characters = Array.from(shown).slice(0, limits.charactersPerName);
  const memberName = characters.join('') || 'Guest';
  return room === undefined ? undefined : { room, memberName };
}
