import { routesIn } from '../../layouts/route-files';
import type { Variant } from '../../layouts/variant';

export const bothBases: Variant = {
  about:
    'base is /base/ in the Vite config, and NITRO_APP_BASE_URL is /base/ too.',
  files: routesIn('src/server/routes/api'),
  viteBase: '/base/',
  env: {
    build: { NITRO_APP_BASE_URL: '/base/' },
    run: { NITRO_APP_BASE_URL: '/base/' },
  },
  prefixes: ['', '/api'],
  bases: ['', '/base'],
};
