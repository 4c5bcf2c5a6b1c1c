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
import { forwardCookies } from './forward-cookies';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideZonelessChangeDetection(),
    provideFileRouter(),
    // A server has no address bar: the interceptor completes a URL such as
    // `/api/notes` there, and hands the answer on to the browser.
    provideHttpClient(
      withInterceptors([forwardCookies, requestContextInterceptor]),
    ),
    provideClientHydration(withEventReplay()),
  ],
};
