import {
  afterRenderEffect,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { limits } from '../../../shared/room-limits';
import { type ConnectionState, RoomConnection } from '../../room-connection';

const stateTexts: Record<ConnectionState, string> = {
  connecting: 'Connecting…',
  connected: 'Connected',
  lost: 'Connection lost. Trying again…',
  full: 'This room is full.',
};

@Component({
  selector: 'app-room-page',
  imports: [RouterLink],
  providers: [RoomConnection],
  template: `
    <header>
      <h1>{{ room() }}</h1>
      <p role="status" [class]="connection.state()">{{ stateText() }}</p>
      <a routerLink="/">All rooms</a>
    </header>

    <aside aria-labelledby="here">
      <h2 id="here">Here now</h2>
      <ul aria-labelledby="here">
        @for (member of connection.members(); track member.id) {
          <li>
            {{ member.name }}
            @if (member.id === connection.id()) {
              (you)
            }
          </li>
        }
      </ul>
    </aside>

    <div #log role="log" aria-label="Messages" tabindex="0">
      <ol>
        @for (message of connection.messages(); track message.number) {
          <li [class.own]="message.from === connection.id()">
            <b>{{ message.name }}</b>
            <span>{{ message.text }}</span>
          </li>
        }
      </ol>
    </div>

    <form (submit)="submit($event, field)">
      <label for="text">Message</label>
      <input
        #field
        id="text"
        [maxLength]="maxText"
        autocomplete="off"
        required
      />
      <button [disabled]="connection.state() !== 'connected'">Send</button>
      <p role="alert">{{ connection.error() }}</p>
    </form>
  `,
})
export default class RoomPage {
  /** From the path. */
  readonly room = input.required<string>();
  /** From the query. */
  readonly name = input<string>();

  protected readonly connection = inject(RoomConnection);
  protected readonly maxText = limits.charactersPerMessage;
  protected readonly stateText = computed(
    () => stateTexts[this.connection.state()],
  );
  private readonly log = viewChild.required<ElementRef<HTMLElement>>('log');

  constructor() {
    // Effects of this kind don't run while the server renders: no socket is opened there.
    afterRenderEffect(() =>
      this.connection.enter(this.room(), this.name() ?? ''),
    );
    afterRenderEffect(() => {
      this.connection.messages();
      const { nativeElement } = this.log();
      nativeElement.scrollTop = nativeElement.scrollHeight;
    });
  }

  protected submit(event: Event, field: HTMLInputElement): void {
    event.preventDefault();
    const text = field.value.trim();
    if (text) {
      this.connection.say(text);
      field.value = '';
    }
  }
}
