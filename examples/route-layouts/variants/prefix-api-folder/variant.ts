import { routesIn } from '../../layouts/route-files';
import type { Variant } from '../../layouts/variant';

export const prefixApiFolder: Variant = {
  about: 'apiPrefix is svc, but every route is in routes/api.',
  files: routesIn('src/server/routes/api'),
  options: { apiPrefix: 'svc' },
  prefixes: ['', '/svc', '/api', '/svc/api'],
};
