import type { Peer } from 'crossws';
import { limits } from '../../shared/room-limits';
import { Room } from './room';

/** The rooms that have members. Each server process has its own. */
const rooms = new Map<string, Room>();
const places = new Map<Peer, Room>();

/** Whether the room exists, or another one is allowed. */
export function mayOpen(name: string): boolean {
  return rooms.has(name) || rooms.size < limits.rooms;
}

/** Adds a peer to a room; returns `false` if there's no room left. */
export function enter(name: string, peer: Peer, memberName: string): boolean {
  const room = rooms.get(name) ?? new Room(name);
  // Others may have joined since the upgrade.
  if (!mayOpen(name) || room.members.length >= limits.membersPerRoom) {
    return false;
  }
  rooms.set(name, room);
  places.set(peer, room);
  room.join(peer, memberName);
  return true;
}

/** Removes a peer from its room. An empty room is deleted with its history. */
export function leave(peer: Peer): void {
  const room = places.get(peer);
  places.delete(peer);
  room?.leave(peer);
  if (room?.members.length === 0) {
    rooms.delete(room.name);
  }
}

/** Returns the room of a peer. */
export function roomOf(peer: Peer): Room | undefined {
  return places.get(peer);
}

/** Finds a room by its name; only rooms with members exist. */
export function findRoom(name: string): Room | undefined {
  return rooms.get(name);
}

/** Lists all rooms with the names of their members. */
export function listRooms(): { name: string; members: string[] }[] {
  return [...rooms.values()].map(({ name, members }) => ({
    name,
    members: members.map((member) => member.name),
  }));
}
