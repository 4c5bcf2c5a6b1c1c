import type { Peer } from 'crossws';
import { limits } from '../../shared/limits';
import { Room } from './room';

/** The rooms in which somebody is. Each process of the server has its own. */
const rooms = new Map<string, Room>();
const places = new Map<Peer, Room>();

/** Whether there is such a room, or may be one more. */
export function mayOpen(name: string): boolean {
  return rooms.has(name) || rooms.size < limits.rooms;
}

/** Puts a peer into a room; `false` when there is no place for it. */
export function enter(name: string, peer: Peer, memberName: string): boolean {
  const room = rooms.get(name) ?? new Room(name);
  // Others may have come since the upgrade.
  if (!mayOpen(name) || room.members.length >= limits.membersPerRoom) {
    return false;
  }
  rooms.set(name, room);
  places.set(peer, room);
  room.join(peer, memberName);
  return true;
}

/** Takes a peer out of its room. An empty room is forgotten, with all that was said. */
export function leave(peer: Peer): void {
  const room = places.get(peer);
  places.delete(peer);
  room?.leave(peer);
  if (room?.members.length === 0) {
    rooms.delete(room.name);
  }
}

/** The room that a peer is in. */
export function roomOf(peer: Peer): Room | undefined {
  return places.get(peer);
}

/** The room of a name, if somebody is in it. */
export function findRoom(name: string): Room | undefined {
  return rooms.get(name);
}

/** Every room with the names of those who are in it. */
export function listRooms(): { name: string; members: string[] }[] {
  return [...rooms.values()].map(({ name, members }) => ({
    name,
    members: members.map((member) => member.name),
  }));
}
