import { Component, inject } from '@angular/core';
import { ConnectionState } from '../connection-state';
import { EntryList } from '../entry-list';
import { LogbookStream } from '../live/logbook-stream';

@Component({
  selector: 'app-stream-page',
  imports: [ConnectionState, EntryList],
  providers: [LogbookStream],
  template: `
    <h1>Logbook, read only</h1>
    <app-connection-state [state]="logbook.state()" />
    <app-entry-list [entries]="logbook.entries()" />
  `,
})
export default class StreamPage {
  protected readonly logbook = inject(LogbookStream);
}
