import { moreRoutesIn, routesIn } from '../../layouts/route-files';
import type { Variant } from '../../layouts/variant';

export const additionalDirs: Variant = {
  about:
    'A folder routes/api exists, and additionalAPIDirs names a second folder with routes/api of its own.',
  files: {
    ...routesIn('src/server/routes/api'),
    ...moreRoutesIn('src/notes/routes/api', 'additional'),
  },
  options: { additionalAPIDirs: ['/src/notes'] },
  prefixes: ['', '/api'],
};
