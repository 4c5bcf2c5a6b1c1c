import { expect, it } from 'vitest';
import { compile, CompileError } from './compile.ts';

const path = 'src/server/routes/api/ws/chat.ts';

it('keeps line numbers', () => {
  const source = [
    "import type { Peer } from 'crossws';",
    "import { defineWebSocketHandler } from 'h3';",
    'interface Seat {',
    '  readonly row: number;',
    '}',
    'const rows = new Map<string, Seat>();',
    'export default defineWebSocketHandler({',
    '  open(peer: Peer) {',
    '    rows.set(peer.id, { row: 1 } satisfies Seat);',
    '  },',
    '});',
    '',
  ].join('\n');
  const { code } = compile(path, source);
  const lines = code.split('\n');
  expect(lines).toHaveLength(source.split('\n').length);
  expect(lines[8]).toBe('    rows.set(peer.id, { row: 1 } );');
  expect(code).toContain("require('h3')");
  expect(code).not.toContain('crossws');
});

it.each([
  ['const a = ;', 1, 11],
  ['export default {\n  open(peer {\n  },\n};\n', 2, 13],
  ['const text = `never ends;\n', 1, 15],
])('reports the position of the error in %j', (source, line, column) => {
  const attempt = () => compile(path, source);
  expect(attempt).toThrow(CompileError);
  try {
    attempt();
  } catch (error) {
    expect(error).toMatchObject({ path, line, column });
    expect(String(error)).toContain(`${path}:${line}:${column}: `);
  }
});
