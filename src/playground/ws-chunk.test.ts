import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findWsChunk } from './ws-chunk.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crossws-'));
  mkdirSync(join(folder, 'shared'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, text: string): void {
  writeFileSync(join(folder, 'shared', name), text);
}

const adapter = () => join(folder, 'adapters/node.mjs');
const chunk = ['net', 'tls', 'http', 'https', 'zlib']
  .map((name, index) => `import a${index} from '${name}';`)
  .join('\n');

it('finds the chunk by what it imports, and its name for the server', () => {
  write('x.abc.mjs', `${chunk}\nexport { _WebSocketServer as $s, b as a };\n`);
  write('y.def.mjs', "import http from 'http';\nexport { http };\n");
  expect(findWsChunk(adapter())).toEqual({
    file: join(folder, 'shared/x.abc.mjs'),
    serverExport: '$s',
  });
});

it('says what is missing when crossws has it elsewhere', () => {
  write('y.def.mjs', "import http from 'http';\nexport { http };\n");
  expect(() => findWsChunk(adapter())).toThrow(
    '0 files import net, tls, http, https, zlib; one did',
  );
  write('x.abc.mjs', `${chunk}\nexport { b as a };\n`);
  expect(() => findWsChunk(adapter())).toThrow(
    'exports no "_WebSocketServer"; the playground gives crossws another one',
  );
});
