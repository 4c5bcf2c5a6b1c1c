import { HttpClient } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { firstValueFrom } from 'rxjs';

@Component({
  selector: 'app-sign-in-page',
  template: `
    <h1>Sign in</h1>
    <form (submit)="signIn($event, token.value)">
      <label for="token">Access token</label>
      <input
        #token
        id="token"
        type="password"
        autocomplete="current-password"
      />
      <button>Sign in</button>
    </form>
    @if (failed()) {
      <p role="alert">That didn't work.</p>
    }
  `,
})
export default class SignInPage {
  readonly #http = inject(HttpClient);
  readonly #router = inject(Router);
  protected readonly failed = signal(false);

  protected async signIn(submit: Event, token: string): Promise<void> {
    submit.preventDefault();
    this.failed.set(false);
    try {
      await firstValueFrom(this.#http.post('/api/session', token));
      await this.#router.navigateByUrl('/account');
    } catch {
      this.failed.set(true);
    }
  }
}
