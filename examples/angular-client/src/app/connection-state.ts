import { Component, computed, input } from '@angular/core';
import type { LinkState } from './live/keep-connected';

const texts: Record<LinkState, string> = {
  connecting: 'Connecting…',
  connected: 'Connected',
  lost: 'Connection lost. Trying again…',
  offline: 'Offline',
};

@Component({
  selector: 'app-connection-state',
  template: `<p role="status" [class]="state()">{{ text() }}</p>`,
})
export class ConnectionState {
  readonly state = input.required<LinkState>();
  protected readonly text = computed(() => texts[this.state()]);
}
