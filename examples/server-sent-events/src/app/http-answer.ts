import { HttpClient, HttpEventType } from '@angular/common/http';
import type { Observable } from 'rxjs';
import { filter, map } from 'rxjs';
import { parseEvents, type StreamEvent } from './read-events';

/** Emits all events so far, each time the response has grown. */
export function eventsOf(
  http: HttpClient,
  question: string,
): Observable<StreamEvent[]> {
  return http
    .post('/api/answer', question, {
      observe: 'events',
      reportDownloadProgress: true,
      responseType: 'text',
    })
    .pipe(
      filter((event) => event.type === HttpEventType.DownloadProgress),
      map(({ partialText = '' }) => parseEvents(partialText).events),
    );
}
