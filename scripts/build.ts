import { main } from './run/main.ts';
import { buildSite } from './site/build-site.ts';
import { siteSettings } from '../src/site/config/settings.ts';

// npm run build: every locale and the search index, into build/.
await main(async () => {
  await buildSite(siteSettings(process.env), console.log);
  return undefined;
});
