import type { TestProject } from 'vitest/node';
import {
  buildFolder,
  buildSiteIfChanged,
} from '../../scripts/site/build-site.ts';
import { listen } from '../../scripts/site/ports.ts';
import { siteServer } from '../../scripts/site/server.ts';
import { siteSettings } from '../../src/site/config/settings.ts';
import { serveChromium } from './launch.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of the built site, with a slash at its end. */
    readonly siteUrl: string;
  }
}

/** Builds the site if it has changed, and serves it to all test files, with a browser. */
export default async function serveSite(project: TestProject) {
  const settings = siteSettings(process.env);
  await buildSiteIfChanged(settings, console.log);
  const { baseUrl } = settings;
  const server = siteServer({ folder: buildFolder, baseUrl });
  // A connection that closes just before a request fails the test that made it.
  server.keepAliveTimeout = 0;
  const port = await listen(server, 0, 'npm test');
  project.provide('siteUrl', `http://localhost:${port}${baseUrl}`);
  const chromium = await serveChromium();
  project.provide('chromium', chromium.wsEndpoint());
  return async () => {
    await chromium.close();
    server.closeAllConnections();
    server.close();
  };
}
