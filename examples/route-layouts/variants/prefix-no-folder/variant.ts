import { routesIn } from '../../layouts/route-files';
import type { Variant } from '../../layouts/variant';

export const prefixNoFolder: Variant = {
  about: 'apiPrefix is svc, and every route lies directly in routes.',
  files: routesIn('src/server/routes'),
  options: { apiPrefix: 'svc' },
  prefixes: ['', '/svc', '/api'],
};
