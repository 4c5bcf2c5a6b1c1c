import {
  afterRenderEffect,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  untracked,
  viewChild,
} from '@angular/core';
import { limits } from '../../shared/chat-limits';
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

    <div #log role="log" aria-label="Messages" tabindex="0">
      <ol>
        @for (message of chat.messages(); track message.id) {
          <li>
            <b>{{ message.name }}</b> <span>{{ message.text }}</span>
          </li>
        }
        @for (saying of chat.pending(); track saying.key) {
          <li class="pending">
            <b>{{ shownName() }}</b> <span>{{ saying.text }}</span>
            <i>not sent yet</i>
          </li>
        }
      </ol>
    </div>

    <form (submit)="submit($event, field)">
      <label for="text">Message</label>
      <input
        #field
        id="text"
        [maxLength]="maxText"
        autocomplete="off"
        required
      />
      <button>Send</button>
    </form>
  `,
})
export default class ChatPage {
  /** From the query: `/?name=Ada`. */
  readonly name = input<string>();

  protected readonly chat = inject(ChatConnection);
  protected readonly maxText = limits.charactersPerMessage;
  protected readonly shownName = computed(() => this.name() || 'Guest');
  protected readonly stateText = computed(() => stateTexts[this.chat.state()]);
  private readonly log = viewChild.required<ElementRef<HTMLElement>>('log');

  constructor() {
    // Effects of this kind don't run while the server renders: no socket is opened there.
    afterRenderEffect(() => {
      const name = this.shownName();
      // `enter` reads the messages; the effect must not run again for each of them.
      untracked(() => this.chat.enter(name));
    });
    afterRenderEffect(() => {
      this.chat.messages();
      this.chat.pending();
      const { nativeElement } = this.log();
      nativeElement.scrollTop = nativeElement.scrollHeight;
    });
  }

  protected submit(event: Event, field: HTMLInputElement): void {
    event.preventDefault();
    const text = field.value.trim();
    if (text) {
      this.chat.say(text);
      field.value = '';
    }
  }
}
