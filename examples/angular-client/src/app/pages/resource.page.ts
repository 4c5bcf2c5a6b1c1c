import { isPlatformBrowser } from '@angular/common';
import {
  Component,
  inject,
  PLATFORM_ID,
  resource,
  signal,
} from '@angular/core';
import { EntryList } from '../entry-list';
import { followLogbook } from '../live/follow-logbook';

@Component({
  selector: 'app-resource-page',
  imports: [EntryList],
  template: `
    <h1>Logbook, as a resource</h1>
    <p role="status">{{ isOn() ? logbook.status() : 'paused' }}</p>
    <button type="button" (click)="isOn.set(!isOn())">
      {{ isOn() ? 'Pause' : 'Go on' }}
    </button>
    @if (isOn() && logbook.hasValue()) {
      <app-entry-list [entries]="logbook.value()" />
    }
    @if (logbook.error(); as error) {
      <p role="alert">{{ error.message }}</p>
      <button type="button" (click)="logbook.reload()">Try again</button>
    }
  `,
})
export default class ResourcePage {
  readonly #isBrowser = isPlatformBrowser(inject(PLATFORM_ID));
  protected readonly isOn = signal(true);

  // #region resource
  protected readonly logbook = resource({
    // Without parameters a resource stays idle, so the server opens nothing.
    params: () => (this.#isBrowser ? { isOn: this.isOn() } : undefined),
    // Changed parameters end the previous stream; `undefined` wouldn't.
    stream: ({ params, abortSignal }) =>
      params.isOn ? followLogbook(abortSignal) : signal({ value: [] }),
  });
  // #endregion resource
}
