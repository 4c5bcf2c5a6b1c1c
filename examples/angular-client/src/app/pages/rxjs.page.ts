import { isPlatformBrowser } from '@angular/common';
import { Component, inject, PLATFORM_ID } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { EntryList } from '../entry-list';
import { logbookEntries } from '../live/logbook-entries';

@Component({
  selector: 'app-rxjs-page',
  imports: [EntryList],
  template: `
    <h1>Logbook, with RxJS</h1>
    <p role="status">{{ logbook.status() }}</p>
    @if (logbook.hasValue()) {
      <app-entry-list [entries]="logbook.value()" />
    }
  `,
})
export default class RxjsPage {
  readonly #isBrowser = isPlatformBrowser(inject(PLATFORM_ID));

  // #region resource
  protected readonly logbook = rxResource({
    params: () => (this.#isBrowser ? {} : undefined),
    stream: () => logbookEntries(),
  });
  // #endregion resource
}
