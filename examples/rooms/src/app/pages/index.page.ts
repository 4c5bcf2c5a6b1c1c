import { httpResource } from '@angular/common/http';
import { afterNextRender, Component, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { limits } from '../../shared/room-limits';

@Component({
  selector: 'app-home-page',
  template: `
    <h1>Rooms</h1>

    <form (submit)="enter($event, room.value, name.value)">
      <label for="name">Your name</label>
      <input #name id="name" [maxLength]="maxName" autocomplete="nickname" />
      <label for="room">Room</label>
      <input
        #room
        id="room"
        pattern="[a-z0-9\\-]{1,40}"
        title="Small letters, digits and hyphens"
        autocomplete="off"
        required
      />
      <button [disabled]="!ready()">Enter</button>
    </form>

    <h2 id="open">Open now</h2>
    @if (rooms.hasValue()) {
      <ul aria-labelledby="open">
        @for (open of rooms.value(); track open.name) {
          <li>
            <button
              type="button"
              [disabled]="!ready()"
              (click)="room.value = open.name"
            >
              {{ open.name }}
            </button>
            {{ open.members.join(', ') }}
          </li>
        } @empty {
          <li>Nobody is here yet.</li>
        }
      </ul>
    } @else if (rooms.error()) {
      <p>The rooms could not be loaded.</p>
    }
  `,
})
export default class HomePage {
  readonly #router = inject(Router);
  protected readonly maxName = limits.charactersPerName;
  protected readonly rooms = httpResource(() => '/api/rooms', {
    parse: readRooms,
  });

  // The buttons work only after Angular has hydrated the server's HTML.
  protected readonly ready = signal(false);

  constructor() {
    afterNextRender(() => this.ready.set(true));
  }

  protected enter(event: Event, room: string, name: string): void {
    event.preventDefault();
    void this.#router.navigate(['/rooms', room], { queryParams: { name } });
  }
}

/** @throws when the answer isn't a list of rooms */
function readRooms(answer: unknown): { name: string; members: string[] }[] {
  if (!Array.isArray(answer) || !answer.every(isRoom)) {
    throw new TypeError('Not a list of rooms.');
  }
  return answer;
}

function isRoom(value: unknown): value is { name: string; members: string[] } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    typeof value.name === 'string' &&
    'members' in value &&
    Array.isArray(value.members) &&
    value.members.every((member) => typeof member === 'string')
  );
}
