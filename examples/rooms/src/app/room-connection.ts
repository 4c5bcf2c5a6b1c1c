import { DestroyRef, inject, Injectable, signal } from '@angular/core';
import {
  type Member,
  type RoomEvent,
  roomIsFull,
  type RoomMessage,
} from '../shared/room-event';
import { readRoomEvent } from './read-room-event';
import { reconnectDelay } from './reconnect-delay';

export type ConnectionState = 'connecting' | 'connected' | 'lost' | 'full';

const messagesKept = 200;

/** A place in a room, held for as long as the component that provides it lives. */
@Injectable()
export class RoomConnection {
  readonly #state = signal<ConnectionState>('connecting');
  readonly #members = signal<readonly Member[]>([]);
  readonly #messages = signal<readonly RoomMessage[]>([]);
  readonly #id = signal<string | undefined>(undefined);
  readonly #error = signal('');
  readonly state = this.#state.asReadonly();
  readonly members = this.#members.asReadonly();
  readonly messages = this.#messages.asReadonly();
  /** The id of this page's own member. */
  readonly id = this.#id.asReadonly();
  readonly error = this.#error.asReadonly();

  #url = '';
  #socket: WebSocket | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.#leave());
  }

  /** Enters a room, and leaves the one before. Call it in the browser only. */
  enter(room: string, name: string): void {
    this.#leave();
    const query = new URLSearchParams({ name });
    this.#url = `/api/ws/rooms/${encodeURIComponent(room)}?${query}`;
    this.#failures = 0;
    this.#connect();
  }

  /** Sends a text; the room answers with a copy. */
  say(text: string): void {
    this.#error.set('');
    this.#socket?.send(JSON.stringify({ text }));
  }

  #connect(): void {
    this.#socket = new WebSocket(this.#url);
    this.#socket.onmessage = ({ data }) => {
      const event = readRoomEvent(data);
      if (event) {
        this.#receive(event);
      }
    };
    this.#socket.onclose = ({ code }) => {
      this.#members.set([]);
      if (code === roomIsFull) {
        this.#state.set('full');
        return;
      }
      this.#state.set('lost');
      const delay = reconnectDelay(this.#failures++);
      this.#timer = setTimeout(() => this.#connect(), delay);
    };
  }

  #leave(): void {
    clearTimeout(this.#timer);
    if (this.#socket) {
      this.#socket.onmessage = null;
      this.#socket.onclose = null;
      this.#socket.close();
    }
    this.#state.set('connecting');
    this.#members.set([]);
    this.#messages.set([]);
  }

  #receive(event: RoomEvent): void {
    switch (event.type) {
      // Contains the whole state of the room, which replaces the state before a lost connection.
      case 'welcome':
        this.#id.set(event.id);
        this.#members.set(event.members);
        this.#messages.set(event.messages);
        this.#failures = 0;
        this.#state.set('connected');
        break;
      case 'joined':
        this.#members.update((members) => [...members, event.member]);
        break;
      case 'left':
        this.#members.update((members) =>
          members.filter(({ id }) => id !== event.id),
        );
        break;
      case 'message':
        this.#messages.update((messages) =>
          [...messages, event].slice(-messagesKept),
        );
        break;
      case 'error':
        this.#error.set(event.reason);
        break;
    }
  }
}
