import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';

/** The notes of the server. */
@Injectable({ providedIn: 'root' })
export class NotesClient {
  readonly #http = inject(HttpClient);

  /** The newest first; asked for again after a change. */
  readonly notes = httpResource(() => '/api/notes', {
    parse: readNotes,
    defaultValue: [],
  });

  /** @throws when the server doesn't accept it */
  async add(text: string): Promise<void> {
    await firstValueFrom(
      this.#http.post('/api/notes', JSON.stringify(text), {
        headers: { 'content-type': 'application/json' },
      }),
    );
    this.notes.reload();
  }
}

function readNotes(answer: unknown): readonly string[] {
  if (
    !Array.isArray(answer) ||
    !answer.every((note): note is string => typeof note === 'string')
  ) {
    throw new Error('The server answered with something else than notes.');
  }
  return answer;
}
