import { routesIn } from '../../layouts/route-files.ts';
import type { Variant } from '../../layouts/variant.ts';

export const serverApiRoutes: Variant = {
  about:
    'Every route lies in src/server/api/routes, which a comment in the public docs names.',
  files: routesIn('src/server/api/routes'),
  prefixes: ['', '/api', '/api/routes', '/api/api/routes'],
};
