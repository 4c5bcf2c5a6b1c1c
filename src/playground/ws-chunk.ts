import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The file of crossws that holds the `ws` package, and what it exports. */
export interface WsChunk {
  /** Its path. */
  readonly file: string;
  /** The name under which it exports the class of the server. */
  readonly serverExport: string;
}

// Nothing else in crossws opens connections of its own.
const imports = ['net', 'tls', 'http', 'https', 'zlib'];

/**
 * Finds the chunk of crossws with the bundled `ws` package by what it imports,
 * since its name changes with each release.
 *
 * @param adapter the path of crossws's `adapters/node.mjs`
 * @throws when there is not exactly one, or it has another shape
 */
export function findWsChunk(adapter: string): WsChunk {
  const folder = join(dirname(adapter), '../shared');
  const chunks = readdirSync(folder)
    .filter((name) => name.endsWith('.mjs'))
    .map((name) => join(folder, name))
    .filter((file) => {
      const text = readFileSync(file, 'utf8');
      return imports.every((name) =>
        new RegExp(`^import .* from ['"](node:)?${name}['"]`, 'm').test(text),
      );
    });
  const [file] = chunks;
  if (file === undefined || chunks.length > 1) {
    throw new Error(
      `${folder}: ${chunks.length} files import ${imports.join(', ')}; one did, with the "ws" package inside, and the playground puts src/playground/runtime/ws.ts in its place. See where crossws has it now, and correct src/playground/ws-chunk.ts.`,
    );
  }
  const exported = /_WebSocketServer as ([\w$]+)/.exec(
    readFileSync(file, 'utf8')
      .split(/^export /m)
      .at(-1) ?? '',
  );
  const serverExport = exported?.[1];
  if (serverExport === undefined) {
    throw new Error(
      `${file}: exports no "_WebSocketServer"; the playground gives crossws another one under its name. See how the adapter gets it now, and correct src/playground/ws-chunk.ts.`,
    );
  }
  return { file, serverExport };
}
