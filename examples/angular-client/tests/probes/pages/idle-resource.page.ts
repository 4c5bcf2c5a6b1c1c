import { isPlatformBrowser } from '@angular/common';
import {
  Component,
  inject,
  PLATFORM_ID,
  resource,
  signal,
} from '@angular/core';
import { followLogbook } from '../../../src/app/live/follow-logbook';

/** A resource that is paused by removing its parameters. */
@Component({
  selector: 'app-idle-resource-page',
  template: `
    <p role="status">{{ logbook.status() }}</p>
    <button type="button" (click)="isOn.set(false)">Pause</button>
  `,
})
export default class IdleResourcePage {
  readonly #isBrowser = isPlatformBrowser(inject(PLATFORM_ID));
  protected readonly isOn = signal(true);
  protected readonly logbook = resource({
    params: () => (this.#isBrowser && this.isOn() ? {} : undefined),
    stream: ({ abortSignal }) => followLogbook(abortSignal),
  });
}
