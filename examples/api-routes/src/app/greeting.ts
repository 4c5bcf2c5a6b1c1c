import { afterNextRender, Component, inject, signal } from '@angular/core';
import { VisitorClient } from './visitor-client';

@Component({
  selector: 'app-greeting',
  template: `
    @if (visitor.hasValue()) {
      @if (visitor.value().name; as name) {
        <p>
          Hello, {{ name }}.
          <button type="button" [disabled]="!ready()" (click)="forget()">
            Forget me
          </button>
        </p>
      } @else {
        <form (submit)="remember($event, field.value)">
          <label for="name">Your name</label>
          <div class="row">
            <input #field id="name" autocomplete="given-name" maxlength="50" />
            <button [disabled]="!ready()">Remember me</button>
          </div>
        </form>
      }
    }
    @if (failed()) {
      <p class="error" role="alert">That did not work. Try again.</p>
    }
  `,
})
export class Greeting {
  readonly #client = inject(VisitorClient);

  protected readonly visitor = this.#client.visitor;
  protected readonly failed = signal(false);
  protected readonly ready = signal(false);

  constructor() {
    afterNextRender(() => this.ready.set(true));
  }

  protected remember(submit: Event, name: string): Promise<void> {
    submit.preventDefault();
    return this.#try(() => this.#client.remember(name));
  }

  protected forget(): Promise<void> {
    return this.#try(() => this.#client.forget());
  }

  async #try(task: () => Promise<void>): Promise<void> {
    this.failed.set(false);
    try {
      await task();
    } catch {
      this.failed.set(true);
    }
  }
}
