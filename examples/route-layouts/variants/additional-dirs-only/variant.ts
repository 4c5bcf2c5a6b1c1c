import { moreRoutesIn } from '../../layouts/route-files';
import type { Variant } from '../../layouts/variant';

export const additionalDirsOnly: Variant = {
  about: 'The only routes/api is in a folder that additionalAPIDirs names.',
  files: moreRoutesIn('src/notes/routes/api', 'additional'),
  options: { additionalAPIDirs: ['/src/notes'] },
  prefixes: ['', '/api', '/api/api'],
};
