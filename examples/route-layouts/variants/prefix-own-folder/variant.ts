import { routesIn } from '../../layouts/route-files';
import type { Variant } from '../../layouts/variant';

export const prefixOwnFolder: Variant = {
  about: 'apiPrefix is svc, and every route is in routes/svc.',
  files: routesIn('src/server/routes/svc'),
  options: { apiPrefix: 'svc' },
  prefixes: ['', '/svc', '/api'],
};
