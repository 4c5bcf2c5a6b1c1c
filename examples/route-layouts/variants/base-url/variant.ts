import { routesIn } from '../../layouts/route-files';
import type { Variant } from '../../layouts/variant';

export const baseUrl: Variant = {
  about:
    'NITRO_APP_BASE_URL is /base/ for the build and for the running server.',
  files: routesIn('src/server/routes/api'),
  env: {
    build: { NITRO_APP_BASE_URL: '/base/' },
    run: { NITRO_APP_BASE_URL: '/base/' },
  },
  prefixes: ['', '/api'],
  bases: ['', '/base'],
};
