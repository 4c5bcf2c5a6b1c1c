import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { bundlePackage, membersOf } from './packages.ts';
import { createLinker } from '../runtime/link.ts';
import { compile } from '../compile.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

it('contains only the used members, behaves as installed, and is small', async () => {
  const file = compile(
    'a.ts',
    `import { z } from 'zod';
const schema = z.object({ limit: z.coerce.number().min(1), text: z.string() });
export default schema.safeParse({ limit: '0', text: 1 }).error?.issues;`,
  );
  const members = membersOf(file.code, 'zod');
  const { code, gzipBytes } = await bundlePackage(root, 'zod', members);
  const linker = createLinker([file], {});
  linker.add([{ path: 'zod', code }]);
  expect(linker.load('a.ts')).toMatchObject({
    default: [
      { path: ['limit'], code: 'too_small' },
      {
        path: ['text'],
        // Zod sets this message when it loads.
        message: 'Invalid input: expected string, received number',
      },
    ],
  });
  expect(gzipBytes).toBeLessThan(25_000);
});

it.each([
  ["import { z } from 'zod';\nz.string().min(1);", [['z', 'string']]],
  ["import { z } from 'zod';\nz.iso.date();", [['z', 'iso', 'date']]],
  ["import * as zod from 'zod';\nzod.z.iso.date();", [[]]],
  ["import { z } from 'zod';\nexport const all = z;", [['z']]],
  ["import 'zod';", []],
  ["import type { z } from 'zod';\nexport type A = z.ZodType;", []],
  ["export * from 'zod';", [[]]],
])('%s', (source, members) => {
  const { code } = compile('a.ts', source);
  expect(membersOf(code, 'zod')).toEqual(members);
});
