import type { Peer } from 'crossws';
import { limits } from '../../shared/room-limits';
import type { Member, RoomEvent, RoomMessage } from '../../shared/room-event';

/** The members of a room and its last messages. */
export class Room {
  readonly #members = new Map<Peer, Member>();
  readonly #history: RoomMessage[] = [];
  #lastNumber = 0;

  constructor(readonly name: string) {}

  get members(): Member[] {
    return [...this.#members.values()];
  }

  // #region join
  /** Adds a peer: notifies the other members, and sends the new one the whole state. */
  join(peer: Peer, name: string): void {
    // No `await` in here: messages sent in the meantime would be lost or duplicated.
    const member = { id: peer.id, name };
    this.#tellAll({ type: 'joined', member });
    this.#members.set(peer, member);
    const { id } = member;
    const { members } = this;
    tell(peer, { type: 'welcome', id, members, messages: this.#history });
  }
  // #endregion join

  leave(peer: Peer): void {
    const member = this.#members.get(peer);
    if (member) {
      this.#members.delete(peer);
      this.#tellAll({ type: 'left', id: member.id });
    }
  }

  /** Sends a member's message to all; ignores peers that aren't members. */
  say(peer: Peer, text: string): void {
    const member = this.#members.get(peer);
    if (member) {
      this.#pass(member.id, member.name, text);
    }
  }

  /** Broadcasts a message that doesn't come from a member. */
  announce(name: string, text: string): RoomMessage {
    return this.#pass(null, name, text);
  }

  // #region pass
  #pass(from: string | null, name: string, text: string): RoomMessage {
    const number = ++this.#lastNumber;
    const message: RoomMessage = { type: 'message', number, from, name, text };
    this.#history.push(message);
    if (this.#history.length > limits.history) {
      this.#history.shift();
    }
    this.#tellAll(message);
    return message;
  }

  #tellAll(event: RoomEvent): void {
    const frame = JSON.stringify(event);
    for (const peer of this.#members.keys()) {
      peer.send(frame);
    }
  }
  // #endregion pass
}

function tell(peer: Peer, event: RoomEvent): void {
  peer.send(JSON.stringify(event));
}
