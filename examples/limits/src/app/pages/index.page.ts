import { afterNextRender, Component, inject } from '@angular/core';
import { limits } from '../../shared/feed-limits';
import { type ConnectionState, FeedConnection } from '../feed-connection';

const stateTexts: Record<ConnectionState, string> = {
  connecting: 'Connecting…',
  connected: 'Connected',
  lost: 'Connection lost. Trying again…',
  closed: 'Closed by the server.',
};

@Component({
  selector: 'app-feed-page',
  providers: [FeedConnection],
  template: `
    <header>
      <h1>Feed</h1>
      <p role="status" [class]="connection.state()">
        {{ stateTexts[connection.state()] }}
      </p>
    </header>

    <form (submit)="submit($event, field)">
      <label for="text">Message</label>
      <input
        #field
        id="text"
        [maxLength]="maxText"
        autocomplete="off"
        required
      />
      @if (connection.state() === 'closed') {
        <button type="button" (click)="connection.connect()">
          Connect again
        </button>
      } @else {
        <button [disabled]="connection.state() !== 'connected'">Send</button>
      }
      <p role="alert">{{ connection.error() }}</p>
    </form>

    <ol role="log" aria-label="Messages">
      @for (text of connection.texts(); track $index) {
        <li>{{ text }}</li>
      }
    </ol>
  `,
})
export default class FeedPage {
  protected readonly connection = inject(FeedConnection);
  protected readonly stateTexts = stateTexts;
  protected readonly maxText = limits.charactersPerText;

  constructor() {
    afterNextRender(() => this.connection.connect());
  }

  protected submit(event: Event, field: HTMLInputElement): void {
    event.preventDefault();
    const text = field.value.trim();
    if (text) {
      this.connection.say(text);
      field.value = '';
    }
  }
}
