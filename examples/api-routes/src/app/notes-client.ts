import {
  HttpClient,
  HttpErrorResponse,
  httpResource,
} from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { z } from 'zod';
import { type NewNote, noteListSchema, noteSchema } from '../shared/note';

// The part of a 422 response that a form can show next to its fields.
const invalidSchema = z.object({
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })),
});

/** The client of `/api/notes`. It validates every response. */
@Injectable({ providedIn: 'root' })
export class NotesClient {
  readonly #http = inject(HttpClient);

  /** The newest notes; rendered on the server, and reloaded after a change. */
  readonly newest = httpResource(() => '/api/notes', {
    parse: (answer) => noteListSchema.parse(answer),
  });

  /**
   * Adds a note; resolves to the validation errors of the server, if any.
   *
   * @throws when the server doesn't respond with a note or a 422
   */
  async add(note: NewNote): Promise<{ pointer: string; detail: string }[]> {
    try {
      noteSchema.parse(
        await firstValueFrom(this.#http.post('/api/notes', note)),
      );
    } catch (error) {
      if (error instanceof HttpErrorResponse && error.status === 422) {
        return invalidSchema.parse(error.error).errors;
      }
      throw error;
    }
    this.newest.reload();
    return [];
  }

  /**
   * Deletes a note. A note that was already deleted isn't an error.
   *
   * @throws when the server can't be reached or doesn't return 204 or 404
   */
  async remove(id: string): Promise<void> {
    try {
      await firstValueFrom(this.#http.delete(`/api/notes/${id}`));
    } catch (error) {
      if (!(error instanceof HttpErrorResponse && error.status === 404)) {
        throw error;
      }
    }
    this.newest.reload();
  }
}
