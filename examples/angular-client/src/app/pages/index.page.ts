import { afterNextRender, Component, inject, signal } from '@angular/core';
import { limits } from '../../shared/logbook-event';
import { ConnectionState } from '../connection-state';
import { EntryList } from '../entry-list';
import { LogbookSocket } from '../live/logbook-socket';

@Component({
  selector: 'app-socket-page',
  imports: [ConnectionState, EntryList],
  providers: [LogbookSocket],
  template: `
    <h1>Logbook</h1>
    <app-connection-state [state]="logbook.state()" />
    <app-entry-list [entries]="logbook.entries()" [unsent]="logbook.unsent()" />

    <form (submit)="submit($event, field)">
      <label for="text">Note</label>
      <input
        #field
        id="text"
        [maxLength]="maxText"
        autocomplete="off"
        required
      />
      <button [disabled]="!ready()">Write</button>
      <p role="alert">{{ logbook.error() }}</p>
    </form>
  `,
})
export default class SocketPage {
  protected readonly logbook = inject(LogbookSocket);
  protected readonly maxText = limits.charactersPerNote;
  // The form works only after Angular has hydrated the server's HTML.
  protected readonly ready = signal(false);

  constructor() {
    afterNextRender(() => this.ready.set(true));
  }

  protected submit(event: Event, field: HTMLInputElement): void {
    event.preventDefault();
    const text = field.value.trim();
    if (text) {
      this.logbook.write(text);
      field.value = '';
    }
  }
}
