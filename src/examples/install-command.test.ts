import { expect, it } from 'vitest';
import { commandOf } from './install-command.ts';

const manifest = {
  dependencies: { h3: '1.15.11', 'drizzle-orm': '0.44.2', ws: '8.23.0' },
  devDependencies: { '@types/node': '20.19.43', '@types/ws': '8.18.2' },
};
const command = (...code: string[]) => commandOf(code, manifest, ['rxjs']);

it('installs imported packages with their types, in the versions of the example', () => {
  expect(
    command(
      `import { eq } from 'drizzle-orm/sql';\nimport './notes';`,
      `import ws from 'ws';\nimport { of } from 'rxjs';`,
    ),
  ).toBe(
    'npm install drizzle-orm@0.44.2 ws@8.23.0\nnpm install --save-dev @types/ws@8.18.2',
  );
});

it.each([
  `import { join } from 'node:path';`,
  'export const port = process.env.PORT;',
])('installs the types of Node for %s', (code) => {
  expect(command(code)).toBe('npm install --save-dev @types/node@20.19.43');
});

it('refuses a package without a version, and an empty command', () => {
  expect(command(`import 'zod';`)).toEqual(
    new Error(
      'lacks "zod", which the code imports; add it to the package.json of the example.',
    ),
  );
  expect(command(`import 'rxjs';`)).toEqual(
    new Error('installs nothing, since readers have all packages; delete it.'),
  );
});
