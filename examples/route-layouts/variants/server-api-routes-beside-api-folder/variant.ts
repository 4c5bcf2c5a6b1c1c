import { moreRoutesIn, routesIn } from '../../layouts/route-files';
import type { Variant } from '../../layouts/variant';

export const serverApiRoutesBesideApiFolder: Variant = {
  about:
    'A folder routes/api exists, and other routes lie in src/server/api/routes.',
  files: {
    ...routesIn('src/server/routes/api'),
    ...moreRoutesIn('src/server/api/routes', 'misplaced'),
  },
  prefixes: ['', '/api', '/api/routes'],
};
