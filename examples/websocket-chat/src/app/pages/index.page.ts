import {
  afterRenderEffect,
  Component,
  computed,
  type ElementRef,
  inject,
  viewChild,
} from '@angular/core';
import { ChatConnection, type ConnectionState } from '../chat-connection';

const stateTexts: Record<ConnectionState, string> = {
  connecting: 'Connecting…',
  connected: 'Connected',
  lost: 'Connection lost. Trying again…',
};

@Component({
  selector: 'app-chat-page',
  providers: [ChatConnection],
  template: `
    <header>
      <h1>Chat</h1>
      <p role="status" [class]="chat.state()">{{ stateText() }}</p>
    </header>

    <div #log role="log" aria-live="polite" aria-label="Messages" tabindex="0">
      <ol>
        @for (line of chat.lines(); track line.number) {
          <li [class]="line.message.type" [class.own]="line.own">
            @switch (line.message.type) {
              @case ('welcome') {
                Welcome, {{ name(line.message.id) }}.
              }
              @case ('joined') {
                {{ name(line.message.id) }} joined.
              }
              @case ('left') {
                {{ name(line.message.id) }} left.
              }
              @case ('message') {
                <b>{{ line.own ? 'You' : name(line.message.from) }}</b>
                <span>{{ line.message.text }}</span>
              }
              @case ('error') {
                {{ line.message.reason }}
              }
            }
          </li>
        }
      </ol>
    </div>

    <form (submit)="submit($event, field)">
      <label for="text">Message</label>
      <input #field id="text" maxlength="500" autocomplete="off" required />
      <button [disabled]="chat.state() !== 'connected'">Send</button>
    </form>
  `,
})
export default class ChatPage {
  protected readonly chat = inject(ChatConnection);
  protected readonly stateText = computed(() => stateTexts[this.chat.state()]);
  private readonly log = viewChild.required<ElementRef<HTMLElement>>('log');

  constructor() {
    afterRenderEffect(() => {
      this.chat.lines();
      const { nativeElement } = this.log();
      nativeElement.scrollTop = nativeElement.scrollHeight;
    });
  }

  /** The room knows its members by id; people read the first part of one. */
  protected name(id: string): string {
    return id.slice(0, 8);
  }

  protected submit(event: Event, field: HTMLInputElement): void {
    event.preventDefault();
    const text = field.value.trim();
    if (text) {
      this.chat.send(text);
      field.value = '';
    }
  }
}
