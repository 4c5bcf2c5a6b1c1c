import { DatePipe } from '@angular/common';
import { Component, afterNextRender, computed, inject } from '@angular/core';
import { type FeedState, TickFeed } from '../tick-feed';

const stateTexts: Record<FeedState, string> = {
  stopped: 'Stopped',
  connecting: 'Connecting…',
  live: 'Live',
  reconnecting: 'Reconnecting…',
};

@Component({
  selector: 'app-home-page',
  imports: [DatePipe],
  providers: [TickFeed],
  template: `
    <h1>Server-sent events</h1>
    <p>
      The server sends an event each second. Stop for a while and start again:
      what you missed follows at once.
    </p>

    <div class="controls">
      <button type="button" (click)="toggle()">
        {{ stopped() ? 'Start' : 'Stop' }}
      </button>
      <p class="state" role="status" [attr.data-state]="feed.state()">
        {{ stateText() }}
      </p>
    </div>

    <h2 id="events">Events, the newest first</h2>
    <ol class="events" aria-labelledby="events">
      @for (row of feed.rows(); track row.id) {
        <li [attr.data-id]="row.id">
          <span>Event {{ row.count }}</span>
          <time [attr.datetime]="row.time.toISOString()">
            {{ row.time | date: 'HH:mm:ss' }}
          </time>
          @if (row.afterGap) {
            <em>Earlier events may be missing: the server could not resume.</em>
          }
        </li>
      } @empty {
        <li>None yet.</li>
      }
    </ol>
  `,
})
export default class HomePage {
  protected readonly feed = inject(TickFeed);
  protected readonly stopped = computed(() => this.feed.state() === 'stopped');
  protected readonly stateText = computed(() => stateTexts[this.feed.state()]);

  constructor() {
    // Runs in the browser only.
    afterNextRender(() => this.feed.start());
  }

  protected toggle(): void {
    if (this.stopped()) this.feed.start();
    else this.feed.stop();
  }
}
