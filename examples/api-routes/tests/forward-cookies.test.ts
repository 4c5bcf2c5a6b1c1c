import '@angular/compiler';
import { requestContextInterceptor } from '@analogjs/router';
import { API_PREFIX, BASE_URL, REQUEST } from '@analogjs/router/tokens';
import {
  type HttpEvent,
  type HttpHandlerFn,
  HttpRequest,
  HttpResponse,
} from '@angular/common/http';
import { Injector, runInInjectionContext, TransferState } from '@angular/core';
import { createApp, toWebHandler } from 'h3';
import { firstValueFrom, type Observable } from 'rxjs';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { forwardCookies } from '../src/app/forward-cookies';
import visitor from '../src/server/routes/api/visitor.get';
import { visitorSchema } from '../src/shared/person';
import { expectEvidence } from './support/evidence';

// Replaces Nitro's `$fetch`, which calls a route in the same process.
const handle = toWebHandler(createApp().use('/api/visitor', visitor));
beforeAll(() => {
  vi.stubGlobal('$fetch', {
    async raw(url: string, { headers }: { headers: Record<string, string> }) {
      const request = new Request(new URL(url, 'http://localhost'), {
        headers,
      });
      const answer = await handle(request);
      const _data: unknown = await answer.json();
      return { _data, headers: answer.headers };
    },
  });
});
afterAll(() => vi.unstubAllGlobals());

/** Sends a request while a page is rendered for Ada; returns the visitor that the API received. */
async function seenBy(ask: HttpHandlerFn): Promise<string> {
  const injector = Injector.create({
    providers: [
      { provide: TransferState, useFactory: () => new TransferState() },
      { provide: BASE_URL, useValue: 'http://localhost' },
      { provide: API_PREFIX, useValue: 'api' },
      {
        provide: REQUEST,
        useValue: { headers: { cookie: '__Host-name=Ada' } },
      },
    ],
  });
  const answer: Observable<HttpEvent<unknown>> = runInInjectionContext(
    injector,
    () => ask(new HttpRequest('GET', '/api/visitor')),
  );
  const event = await firstValueFrom(answer);
  const body = event instanceof HttpResponse ? event.body : undefined;
  return visitorSchema.parse(body).name ?? 'a stranger';
}

const never: HttpHandlerFn = () => {
  throw new Error('The request left the server.');
};
const byAnalog: HttpHandlerFn = (request) =>
  requestContextInterceptor(request, never);

it('passes the visitor of a rendered page to the API', async () => {
  const seen = {
    without: await seenBy(byAnalog),
    with: await seenBy((request) => forwardCookies(request, byAnalog)),
  };
  expect(seen).toEqual({ without: 'a stranger', with: 'Ada' });
  await expectEvidence('forward-cookies', { kind: 'facts', ...seen });
});
