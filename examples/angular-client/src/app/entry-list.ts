import { Component, input } from '@angular/core';
import type { Note } from '../shared/logbook-event';

@Component({
  selector: 'app-entry-list',
  template: `
    <div role="log" aria-label="Entries" tabindex="0">
      <ol>
        @for (entry of entries(); track entry.id) {
          <li>{{ entry.text }}</li>
        } @empty {
          <li class="none">Nothing is written yet.</li>
        }
      </ol>
    </div>
    @if (unsent().length > 0) {
      <h2 id="unsent">Not sent yet</h2>
      <ol aria-labelledby="unsent">
        @for (note of unsent(); track note.id) {
          <li>{{ note.text }}</li>
        }
      </ol>
    }
  `,
})
export class EntryList {
  readonly entries = input.required<readonly Note[]>();
  readonly unsent = input<readonly Note[]>([]);
}
