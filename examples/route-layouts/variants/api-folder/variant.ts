import { routesIn } from '../../layouts/route-files';
import type { Variant } from '../../layouts/variant';

export const apiFolder: Variant = {
  about: 'Every route is in routes/api.',
  files: routesIn('src/server/routes/api'),
  prefixes: ['', '/api'],
};
