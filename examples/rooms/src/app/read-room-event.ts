import type { Member, RoomEvent, RoomMessage } from '../shared/room-event';

type Fields = Partial<Record<string, unknown>>;

/** Reads a frame; `undefined` for anything but an event of a room. */
export function readRoomEvent(frame: unknown): RoomEvent | undefined {
  const fields = fieldsOf(parse(frame));
  const { type, id, member, members, messages, reason } = fields;
  switch (type) {
    case 'welcome': {
      const read = {
        members: readAll(members, readMember),
        messages: readAll(messages, readMessage),
      };
      return typeof id === 'string' && read.members && read.messages
        ? { type, id, members: read.members, messages: read.messages }
        : undefined;
    }
    case 'joined': {
      const newcomer = readMember(member);
      return newcomer && { type, member: newcomer };
    }
    case 'left':
      return typeof id === 'string' ? { type, id } : undefined;
    case 'message':
      return readMessage(fields);
    case 'error':
      return typeof reason === 'string' ? { type, reason } : undefined;
    default:
      return undefined;
  }
}

function readMember(value: unknown): Member | undefined {
  const { id, name } = fieldsOf(value);
  return typeof id === 'string' && typeof name === 'string'
    ? { id, name }
    : undefined;
}

function readMessage(value: unknown): RoomMessage | undefined {
  const { number, from, name, text } = fieldsOf(value);
  return typeof number === 'number' &&
    (from === null || typeof from === 'string') &&
    typeof name === 'string' &&
    typeof text === 'string'
    ? { type: 'message', number, from, name, text }
    : undefined;
}

/** All or nothing: a list with one invalid item is invalid. */
function readAll<T>(
  list: unknown,
  read: (value: unknown) => T | undefined,
): T[] | undefined {
  if (!Array.isArray(list)) {
    return undefined;
  }
  const items = list.map(read).filter((item) => item !== undefined);
  return items.length === list.length ? items : undefined;
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function parse(frame: unknown): unknown {
  try {
    return typeof frame === 'string' ? JSON.parse(frame) : undefined;
  } catch {
    return undefined;
  }
}
