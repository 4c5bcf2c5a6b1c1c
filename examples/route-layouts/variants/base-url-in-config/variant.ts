import { routesIn } from '../../layouts/route-files';
import type { Variant } from '../../layouts/variant';

export const baseUrlInConfig: Variant = {
  about: 'nitro.baseURL is /base/ in the Vite config.',
  files: routesIn('src/server/routes/api'),
  options: { nitro: { baseURL: '/base/' } },
  prefixes: ['', '/api'],
  bases: ['', '/base'],
};
