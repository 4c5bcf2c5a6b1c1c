import { DatePipe } from '@angular/common';
import {
  afterNextRender,
  Component,
  computed,
  inject,
  input,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { Notes } from '../notes';
import type { Proof } from '../notes-connection';
import { SessionClient } from '../session-client';
import { SignInForm } from '../sign-in-form';

@Component({
  selector: 'app-home-page',
  imports: [DatePipe, Notes, RouterLink, SignInForm],
  template: `
    <h1>Notes</h1>
    @if (session.session(); as signedIn) {
      <header>
        <p>
          Signed in as <b>{{ signedIn.user }}</b> until
          {{ signedIn.expiresAt | date: 'shortTime' }}
        </p>
        <button type="button" (click)="session.signOut()">Sign out</button>
      </header>

      <!-- A new proof takes a new socket. -->
      @for (proof of [proof()]; track proof) {
        <app-notes [proof]="proof" />
      }

      <nav aria-label="How the socket says whose it is">
        <a
          routerLink="/"
          [attr.aria-current]="proof() === 'cookie' ? 'true' : null"
          >By the cookie</a
        >
        <a
          routerLink="/"
          [queryParams]="{ by: 'ticket' }"
          [attr.aria-current]="proof() === 'ticket' ? 'true' : null"
          >By a ticket</a
        >
      </nav>
    } @else if (session.session() === null) {
      <app-sign-in-form />
    }
  `,
})
export default class HomePage {
  /** From the query. */
  readonly by = input<string>();

  protected readonly session = inject(SessionClient);
  protected readonly proof = computed<Proof>(() =>
    this.by() === 'ticket' ? 'ticket' : 'cookie',
  );

  constructor() {
    // The server renders no user's notes, and requests none.
    afterNextRender(() => void this.session.load());
  }
}
