import { createServer } from 'node:http';
import { content } from '../content.ts';
import { main } from './run/main.ts';
import { buildFolder, buildSiteIfChanged } from './site/build-site.ts';
import { listen, readPort } from './site/listen.ts';
import { siteServer } from './site/server.ts';
import { siteSettings } from './site/settings.ts';

// npm start: build what has changed, then serve the site as it is published.
await main(async () => {
  const settings = siteSettings(process.env);
  const port = readPort(process.env['PORT'], 3000);
  await refuseTakenPort(port);
  await buildSiteIfChanged(settings, console.log);
  const server = siteServer({
    folder: buildFolder,
    baseUrl: settings.baseUrl,
  });
  const address = await listen(server, port, 'npm start');
  const home = `http://localhost:${address}${settings.baseUrl}`;
  const others = content.locales
    .filter((locale) => locale !== content.defaultLocale)
    .map((locale) => `${home}${locale}/`);
  console.log(`Serving on ${home} (also ${others.join(' and ')})`);
  return undefined;
});

/** Fails before a build of half a minute, not after it. */
async function refuseTakenPort(port: number): Promise<void> {
  const probe = createServer();
  await listen(probe, port, 'npm start');
  await new Promise((resolve) => probe.close(resolve));
}
