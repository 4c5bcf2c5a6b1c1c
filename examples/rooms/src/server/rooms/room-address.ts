import { limits } from '../../shared/room-limits';

/** The parts of a socket's URL, such as `/api/ws/rooms/tea?name=Ada`. */
export interface RoomAddress {
  readonly room: string;
  readonly memberName: string;
}

/**
 * Reads the URL of an upgrade, because hooks have no route parameters. The client
 * chooses the host in it, so the URL may be invalid: this function never throws.
 *
 * @returns `undefined` for an invalid room name
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
