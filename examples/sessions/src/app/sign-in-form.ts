import { Component, inject, signal } from '@angular/core';
import { SessionClient } from './session-client';

@Component({
  selector: 'app-sign-in-form',
  template: `
    <form (submit)="submit($event, name.value, password.value)">
      <p role="alert">{{ session.message() }}</p>
      <label for="name">Name</label>
      <input #name id="name" autocomplete="username" required />
      <label for="password">Password</label>
      <input
        #password
        id="password"
        type="password"
        autocomplete="current-password"
        required
      />
      <button [disabled]="busy()">Sign in</button>
    </form>
  `,
})
export class SignInForm {
  protected readonly session = inject(SessionClient);
  protected readonly busy = signal(false);

  protected async submit(
    event: Event,
    name: string,
    password: string,
  ): Promise<void> {
    event.preventDefault();
    this.busy.set(true);
    await this.session.signIn(name, password);
    this.busy.set(false);
  }
}
