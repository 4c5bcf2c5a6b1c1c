import { afterNextRender, Component, inject, input } from '@angular/core';
import { limits } from '../shared/session-limits';
import {
  type ConnectionState,
  NotesConnection,
  type Proof,
} from './notes-connection';

const stateTexts: Record<ConnectionState, string> = {
  connecting: 'Connecting…',
  connected: 'Connected',
  lost: 'Connection lost. Trying again…',
};

/** The notes of the signed-in user, in all of their windows. */
@Component({
  selector: 'app-notes',
  providers: [NotesConnection],
  template: `
    <p role="status" [class]="connection.state()">
      {{ stateTexts[connection.state()] }}
    </p>

    <div role="log" aria-label="Notes" tabindex="0">
      <ol>
        @for (note of connection.notes(); track $index) {
          <li>{{ note }}</li>
        }
      </ol>
    </div>

    <form (submit)="submit($event, field)">
      <label for="text">Note</label>
      <input
        #field
        id="text"
        [maxLength]="maxText"
        autocomplete="off"
        required
      />
      <button [disabled]="connection.state() !== 'connected'">Write</button>
      <p role="alert">{{ connection.error() }}</p>
    </form>
  `,
})
export class Notes {
  readonly proof = input.required<Proof>();

  protected readonly connection = inject(NotesConnection);
  protected readonly maxText = limits.charactersPerNote;
  protected readonly stateTexts = stateTexts;

  constructor() {
    afterNextRender(() => void this.connection.connect(this.proof()));
  }

  protected submit(event: Event, field: HTMLInputElement): void {
    event.preventDefault();
    const text = field.value.trim();
    if (text) {
      this.connection.write(text);
      field.value = '';
    }
  }
}
