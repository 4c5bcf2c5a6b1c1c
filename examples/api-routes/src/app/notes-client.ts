import {
  HttpClient,
  HttpErrorResponse,
  httpResource,
} from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { z } from 'zod';
import { type NewNote, noteListSchema, noteSchema } from '../shared/note';

// The part of a 422 problem that a form can show beside its fields.
const invalidSchema = z.object({
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })),
});

/** What `/api/notes` offers. Every answer is checked before it is used. */
@Injectable({ providedIn: 'root' })
export class NotesClient {
  readonly #http = inject(HttpClient);

  /** The newest notes; rendered on the server, asked for again after a change. */
  readonly newest = httpResource(() => '/api/notes', {
    parse: (answer) => noteListSchema.parse(answer),
  });

  /**
   * Adds a note; resolves to what the server finds wrong with it, if anything.
   *
   * @throws when there is no answer, or one that is neither a note nor a 422
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
   * Deletes a note. One that is gone already is no error.
   *
   * @throws when the server cannot be reached or does not answer 204 or 404
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
