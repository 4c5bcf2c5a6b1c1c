import type { Peer } from 'crossws';
import { limits } from '../../shared/limits';
import type { Member, RoomEvent, RoomMessage } from '../../shared/room-event';

/** Those who are in a room, and what they said last. */
export class Room {
  readonly #members = new Map<Peer, Member>();
  readonly #history: RoomMessage[] = [];
  #lastNumber = 0;

  constructor(readonly name: string) {}

  get members(): Member[] {
    return [...this.#members.values()];
  }

  // #region join
  /** Takes a peer in: the others are told, and it is told all that they know. */
  join(peer: Peer, name: string): void {
    // No `await` in here: what is said meanwhile would be lost, or heard twice.
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

  /** Passes on what a member says; what anybody else says is dropped. */
  say(peer: Peer, text: string): void {
    const member = this.#members.get(peer);
    if (member) {
      this.#pass(member.id, member.name, text);
    }
  }

  /** Says something that comes from no member. */
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
