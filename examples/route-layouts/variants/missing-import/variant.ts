import { routesIn } from '../../layouts/route-files';
import type { Variant } from '../../layouts/variant';

const folder = 'src/server/routes/api';

export const missingImport: Variant = {
  about:
    'Two route files, in the middle of all, do not import the functions of h3 that they call.',
  files: filesWith('no-import'),
  prefixes: ['/api'],
};

export const missingImportFirst: Variant = {
  about:
    'Two route files, the one before all others, do not import the functions of h3 that they call.',
  files: filesWith('about'),
  prefixes: ['/api'],
};

/** Every kind of route file, and two without imports. */
function filesWith(name: string): Variant['files'] {
  return {
    ...routesIn(folder),
    noImport: {
      file: `${folder}/${name}.ts`,
      source: 'fixtures/missing-import/http.ts',
      protocol: 'get',
      tail: `/${name}`,
    },
    noImportWebsocket: {
      file: `${folder}/ws/no-import.ts`,
      source: 'fixtures/missing-import/websocket.ts',
      protocol: 'websocket',
      tail: '/ws/no-import',
    },
  };
}
