import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import { readEvents } from './read-events';

/** Progress of an answer. */
export type AnswerState =
  'idle' | 'writing' | 'complete' | 'stopped' | 'failed';

/** Asks a question, and shows the answer as it arrives. Provide it in a component. */
@Injectable()
export class Answer {
  readonly #text = signal('');
  readonly #state = signal<AnswerState>('idle');
  readonly text = this.#text.asReadonly();
  readonly state = this.#state.asReadonly();
  #request = new AbortController();

  constructor() {
    inject(DestroyRef).onDestroy(() => this.stop());
  }

  async ask(question: string): Promise<void> {
    this.stop();
    const { signal } = (this.#request = new AbortController());
    this.#text.set('');
    this.#state.set('writing');
    try {
      await this.#read(question, signal);
    } catch {
      this.#end(signal, signal.aborted ? 'stopped' : 'failed');
    }
  }

  stop(): void {
    this.#request.abort();
  }

  async #read(question: string, signal: AbortSignal): Promise<void> {
    let last = '';
    // #region read
    const response = await fetch('/api/answer', {
      method: 'POST',
      body: question,
      signal,
    });
    for await (const { event, data } of readEvents(response)) {
      if (event === 'text') this.#text.update((text) => text + textOf(data));
      last = event;
    }
    // #endregion read
    // Without its last event, the answer is incomplete.
    this.#end(signal, last === 'done' ? 'complete' : 'failed');
  }

  /** Doesn't change the state of a later question. */
  #end(signal: AbortSignal, state: AnswerState): void {
    if (signal === this.#request.signal) this.#state.set(state);
  }
}

function textOf(data: string): string {
  const value: unknown = JSON.parse(data);
  if (typeof value !== 'string') throw new Error(`Not a text: ${data}`);
  return value;
}
