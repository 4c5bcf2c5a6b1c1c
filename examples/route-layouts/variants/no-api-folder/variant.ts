import { routesIn } from '../../layouts/route-files';
import type { Variant } from '../../layouts/variant';

export const noApiFolder: Variant = {
  about:
    'Every route lies directly in routes, and there is no folder routes/api.',
  files: routesIn('src/server/routes'),
  prefixes: ['', '/api'],
};
