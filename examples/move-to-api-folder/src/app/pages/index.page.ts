import { afterNextRender, Component, inject, signal } from '@angular/core';
import { ChatConnection } from '../chat-connection';
import { NotesClient } from '../notes-client';
import { TickFeed } from '../tick-feed';

@Component({
  selector: 'app-index-page',
  providers: [ChatConnection, TickFeed],
  template: `
    <h1>Moving to the api folder</h1>

    <section aria-labelledby="chat">
      <h2 id="chat">Chat</h2>
      <p id="chat-state" role="status">{{ chat.state() }}</p>
      <form (submit)="say($event, line)">
        <label for="line">Message</label>
        <input #line id="line" maxlength="500" autocomplete="off" required />
        <button [disabled]="chat.state() !== 'Connected'">Send</button>
      </form>
      <ul id="lines">
        @for (line of chat.lines(); track $index) {
          <li>{{ line }}</li>
        }
      </ul>
    </section>

    <section aria-labelledby="ticks">
      <h2 id="ticks">Ticks</h2>
      <p id="feed-state" role="status">{{ feed.state() }}</p>
      <p id="tick">{{ feed.tick() }}</p>
    </section>

    <section aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      <form (submit)="note($event, text)">
        <label for="text">Note</label>
        <input #text id="text" maxlength="500" autocomplete="off" required />
        <button [disabled]="!ready()">Add</button>
      </form>
      <p id="note-state" role="status">{{ noteState() }}</p>
      @if (notes.hasValue()) {
        <ul id="note-list">
          @for (note of notes.value(); track $index) {
            <li>{{ note }}</li>
          }
        </ul>
      }
    </section>
  `,
})
export default class IndexPage {
  readonly #client = inject(NotesClient);

  protected readonly chat = inject(ChatConnection);
  protected readonly feed = inject(TickFeed);
  protected readonly notes = this.#client.notes;
  protected readonly noteState = signal('');
  // The buttons work only after Angular has hydrated the server's HTML.
  protected readonly ready = signal(false);

  constructor() {
    afterNextRender(() => this.ready.set(true));
  }

  protected say(event: Event, field: HTMLInputElement): void {
    event.preventDefault();
    this.chat.send(field.value);
    field.value = '';
  }

  protected async note(event: Event, field: HTMLInputElement): Promise<void> {
    event.preventDefault();
    try {
      await this.#client.add(field.value);
      field.value = '';
      this.noteState.set('Added');
    } catch {
      this.noteState.set('The server did not take the note.');
    }
  }
}
