import { provideFileRouter, requestContextInterceptor } from '@analogjs/router';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import type { ApplicationConfig } from '@angular/core';
import {
  provideBrowserGlobalErrorListeners,
  provideZonelessChangeDetection,
} from '@angular/core';
import {
  provideClientHydration,
  withEventReplay,
} from '@angular/platform-browser';
import { httpErrors } from './http-errors';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideZonelessChangeDetection(),
    provideFileRouter(),
    // #region http
    // On the server, `requestContextInterceptor` adds the host to URLs such as
    // `/api/time`, and transfers the response to the browser.
    provideHttpClient(
      withInterceptors([httpErrors, requestContextInterceptor]),
    ),
    // #endregion http
    provideClientHydration(withEventReplay()),
  ],
};
