import { routesIn } from '../../layouts/route-files.ts';
import type { Variant } from '../../layouts/variant.ts';

const folder = 'src/server/routes/api';

export const missingImport: Variant = {
  about: 'Two route files do not import the functions of h3 that they call.',
  files: {
    ...routesIn(folder),
    noImport: {
      file: `${folder}/no-import.ts`,
      source: 'fixtures/missing-import/http.ts',
      protocol: 'get',
      tail: '/no-import',
    },
    noImportWebsocket: {
      file: `${folder}/ws/no-import.ts`,
      source: 'fixtures/missing-import/websocket.ts',
      protocol: 'websocket',
      tail: '/ws/no-import',
    },
  },
  prefixes: ['/api'],
};
