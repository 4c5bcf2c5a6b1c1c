import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { personSchema, visitorSchema } from '../shared/person';

/** The visitor that `/api/visitor` stores in a cookie. */
@Injectable({ providedIn: 'root' })
export class VisitorClient {
  readonly #http = inject(HttpClient);

  readonly visitor = httpResource(() => '/api/visitor', {
    parse: (answer) => visitorSchema.parse(answer),
  });

  /** @throws when the name isn't accepted */
  async remember(name: string): Promise<void> {
    const answer = this.#http.put('/api/visitor', { name });
    this.visitor.set(personSchema.parse(await firstValueFrom(answer)));
  }

  /** @throws when the server can't be reached */
  async forget(): Promise<void> {
    await firstValueFrom(this.#http.delete('/api/visitor'));
    this.visitor.set({ name: null });
  }
}
