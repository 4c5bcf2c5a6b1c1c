import { siteConfig } from '../site.config.ts';
import { main } from './run/main.ts';
import { buildFolder, buildSiteIfChanged } from './site/build-site.ts';
import { listen, readPort, requireFreePort } from './site/ports.ts';
import { siteServer } from './site/server.ts';
import { siteSettings } from '../src/site/config/settings.ts';

// npm start: builds the site if its inputs changed, and serves it as a host does.
await main(async () => {
  const settings = siteSettings(process.env);
  const port = readPort(process.env['PORT'], 3000);
  await requireFreePort(port, 'npm start');
  await buildSiteIfChanged(settings, console.log);
  const server = siteServer({
    folder: buildFolder,
    baseUrl: settings.baseUrl,
  });
  const usedPort = await listen(server, port, 'npm start');
  const home = `http://localhost:${usedPort}${settings.baseUrl}`;
  const others = siteConfig.locales
    .filter((locale) => locale !== siteConfig.defaultLocale)
    .map((locale) => `${home}${locale}/`);
  console.log(`Serving on ${home} (also ${others.join(' and ')})`);
  return undefined;
});
