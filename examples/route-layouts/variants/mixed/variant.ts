import { moreRoutesIn, routesIn } from '../../layouts/route-files';
import type { Variant } from '../../layouts/variant';

export const mixed: Variant = {
  about: 'A folder routes/api exists, and other routes are next to it.',
  files: {
    ...routesIn('src/server/routes/api'),
    ...moreRoutesIn('src/server/routes', 'outside'),
  },
  prefixes: ['', '/api'],
};
