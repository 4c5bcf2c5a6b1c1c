import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Copy } from './agreement.ts';
import { type Example } from './catalogue.ts';

/** Reads every `tests/support/*.ts` of the examples. */
export function readCopies(examples: readonly Example[], root = '.'): Copy[] {
  return examples.flatMap(({ folder }) => {
    const support = join(folder, 'tests/support');
    if (!existsSync(join(root, support))) return [];
    return readdirSync(join(root, support))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => ({
        file: join(support, name),
        inside: join('tests/support', name),
        text: readFileSync(join(root, support, name), 'utf8'),
      }));
  });
}
