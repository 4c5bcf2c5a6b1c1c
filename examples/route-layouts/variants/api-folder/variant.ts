import { routesIn } from '../../layouts/route-files.ts';
import type { Variant } from '../../layouts/variant.ts';

export const apiFolder: Variant = {
  about:
    'Every route lies in routes/api: the default, and what Analog’s own template does.',
  files: routesIn('src/server/routes/api'),
  prefixes: ['', '/api'],
};
