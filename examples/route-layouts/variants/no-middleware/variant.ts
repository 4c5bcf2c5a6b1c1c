import { routesIn } from '../../layouts/route-files';
import type { Variant } from '../../layouts/variant';

export const noMiddleware: Variant = {
  about: 'No folder routes/api, and useAPIMiddleware is false.',
  files: routesIn('src/server/routes'),
  options: { useAPIMiddleware: false },
  prefixes: ['', '/api'],
};
