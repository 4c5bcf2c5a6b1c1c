import { routesIn } from '../../layouts/route-files';
import type { Variant } from '../../layouts/variant';

export const serverApiRoutes: Variant = {
  about:
    'Every route is in src/server/api/routes, and there is no folder routes/api.',
  files: routesIn('src/server/api/routes'),
  prefixes: ['', '/api', '/api/routes', '/api/api/routes'],
};
