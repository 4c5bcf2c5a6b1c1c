import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { inject, Injectable, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';

/** Who has signed in, and until when, in milliseconds since 1970. */
export interface SignedIn {
  readonly user: string;
  readonly expiresAt: number;
}

const url = '/api/session';

/** The session of this browser, as the server sees it. Use it in the browser only. */
@Injectable({ providedIn: 'root' })
export class SessionClient {
  readonly #http = inject(HttpClient);
  readonly #session = signal<SignedIn | null | undefined>(undefined);
  readonly #message = signal('');
  /** `null`: nobody has signed in; `undefined`: it is not known yet. */
  readonly session = this.#session.asReadonly();
  /** Why nobody has. */
  readonly message = this.#message.asReadonly();

  /** Asks who has signed in. The cookie is for the server alone, so no script can look. */
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
