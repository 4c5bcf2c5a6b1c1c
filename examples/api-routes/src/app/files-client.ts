import {
  HttpClient,
  HttpErrorResponse,
  httpResource,
} from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { z } from 'zod';
import { fileListSchema, storedFileSchema } from '../shared/file';

const problemSchema = z.object({ detail: z.string() });

/** The client of `/api/files`. */
@Injectable({ providedIn: 'root' })
export class FilesClient {
  readonly #http = inject(HttpClient);

  readonly list = httpResource(() => '/api/files', {
    parse: (answer) => fileListSchema.parse(answer).files,
  });

  /**
   * Sends a file as the body; resolves to the server's error, if any.
   *
   * @throws when the server doesn't respond, or without problem details
   */
  async send(file: File): Promise<string | undefined> {
    try {
      const answer = this.#http.post('/api/files', file, {
        params: { name: file.name },
      });
      storedFileSchema.parse(await firstValueFrom(answer));
    } catch (error) {
      if (error instanceof HttpErrorResponse && error.status > 0) {
        return problemSchema.parse(error.error).detail;
      }
      throw error;
    }
    this.list.reload();
    return undefined;
  }
}
