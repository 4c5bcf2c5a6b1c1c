import { routesIn } from '../../layouts/route-files';
import type { Variant } from '../../layouts/variant';

export const viteBase: Variant = {
  about: 'base is /base/ in the Vite config, and Nitro has no base URL.',
  files: routesIn('src/server/routes/api'),
  viteBase: '/base/',
  prefixes: ['', '/api'],
  bases: ['', '/base'],
};
