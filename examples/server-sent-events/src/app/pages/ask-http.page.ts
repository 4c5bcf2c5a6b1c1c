import { HttpClient } from '@angular/common/http';
import { Component, DestroyRef, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { eventsOf } from '../http-answer';
import type { StreamEvent } from '../read-events';

@Component({
  selector: 'app-ask-http-page',
  template: `
    <h1>Ask with HttpClient</h1>
    <button type="button" (click)="ask()">Ask</button>
    <ol>
      @for (event of events(); track $index) {
        <li>{{ event.event }}: {{ event.data }}</li>
      }
    </ol>
  `,
})
export default class AskHttpPage {
  readonly #http = inject(HttpClient);
  readonly #destroyed = inject(DestroyRef);
  protected readonly events = signal<readonly StreamEvent[]>([]);

  protected ask(): void {
    eventsOf(this.#http, 'Why?')
      .pipe(takeUntilDestroyed(this.#destroyed))
      .subscribe((events) => this.events.set(events));
  }
}
