import { routesIn } from '../../layouts/route-files';
import type { Variant } from '../../layouts/variant';

export const baseUrlNoApiFolder: Variant = {
  about: 'NITRO_APP_BASE_URL is /base/, and there is no folder routes/api.',
  files: routesIn('src/server/routes'),
  env: {
    build: { NITRO_APP_BASE_URL: '/base/' },
    run: { NITRO_APP_BASE_URL: '/base/' },
  },
  prefixes: ['', '/api'],
  bases: ['', '/base'],
};
