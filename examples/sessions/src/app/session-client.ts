import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { inject, Injectable, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';

/** The signed-in user, and the end of the session in milliseconds since 1970. */
export interface SignedIn {
  readonly user: string;
  readonly expiresAt: number;
}

const url = '/api/session';

/** The session of this browser on the server. Use it in the browser only. */
@Injectable({ providedIn: 'root' })
export class SessionClient {
  readonly #http = inject(HttpClient);
  readonly #session = signal<SignedIn | null | undefined>(undefined);
  readonly #message = signal('');
  /** `null`: no user is signed in; `undefined`: not known yet. */
  readonly session = this.#session.asReadonly();
  /** Why no user is signed in. */
  readonly message = this.#message.asReadonly();

  /** Requests the signed-in user from the server, because scripts can't read the cookie. */
  async load(): Promise<void> {
    await this.#ask(this.#http.get(url), { 401: '' });
  }

  async signIn(name: string, password: string): Promise<void> {
    await this.#ask(this.#http.post(url, { name, password }), {
      401: 'Wrong name or password.',
      429: 'Too many attempts. Wait a minute.',
    });
  }

  async signOut(): Promise<void> {
    await firstValueFrom(this.#http.delete(url));
    this.end('');
  }

  /** The server has ended the session. */
  end(message: string): void {
    this.#session.set(null);
    this.#message.set(message);
  }

  /** A ticket for one socket. */
  async ticket(): Promise<string> {
    const answer = await firstValueFrom(this.#http.post('/api/tickets', null));
    if (!hasTicket(answer)) {
      throw new TypeError('Not a ticket.');
    }
    return answer.ticket;
  }

  async #ask(
    request: ReturnType<HttpClient['get']>,
    messages: Partial<Record<number, string>>,
  ): Promise<void> {
    try {
      const answer = await firstValueFrom(request);
      if (!isSignedIn(answer)) {
        throw new TypeError('Not a session.');
      }
      this.#message.set('');
      this.#session.set(answer);
    } catch (error) {
      const status = error instanceof HttpErrorResponse ? error.status : 0;
      this.end(messages[status] ?? 'The server does not answer as it should.');
    }
  }
}

function isSignedIn(value: unknown): value is SignedIn {
  return (
    typeof value === 'object' &&
    value !== null &&
    'user' in value &&
    typeof value.user === 'string' &&
    'expiresAt' in value &&
    typeof value.expiresAt === 'number'
  );
}

function hasTicket(value: unknown): value is { ticket: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'ticket' in value &&
    typeof value.ticket === 'string'
  );
}
