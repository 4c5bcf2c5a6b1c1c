import { routesIn } from '../../layouts/route-files.ts';
import type { Variant } from '../../layouts/variant.ts';

export const baseUrlAtRunTime: Variant = {
  about: 'NITRO_APP_BASE_URL is /base/ for the running server only.',
  files: routesIn('src/server/routes/api'),
  env: { run: { NITRO_APP_BASE_URL: '/base/' } },
  prefixes: ['', '/api'],
  bases: ['', '/base'],
};
