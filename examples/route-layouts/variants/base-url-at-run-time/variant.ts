import { routesIn } from '../../layouts/route-files';
import type { Variant } from '../../layouts/variant';

export const baseUrlAtRunTime: Variant = {
  about: 'NITRO_APP_BASE_URL is /base/ for the running server only.',
  files: routesIn('src/server/routes/api'),
  env: { run: { NITRO_APP_BASE_URL: '/base/' } },
  prefixes: ['', '/api'],
  bases: ['', '/base'],
};
