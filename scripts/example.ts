import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Example, listExamples } from '../src/site/examples/catalogue.ts';
import { nearest } from '../src/core/nearest.ts';
import { type ExampleNode, exampleNode } from './node/example-node.ts';
import { main } from './run/main.ts';
import { run } from './run/child.ts';
import { readPort, requireFreePort } from './site/ports.ts';

// Absolute, since examples run in their own folders.
const viteCommand = join(process.cwd(), 'node_modules/vite/bin/vite.js');

// Milliseconds: the terminal, npm and tsx each forward the same Ctrl-C.
const duplicateSignals = 500;

// npm run example: lists the examples, or runs one of them.
await main(async () => {
  const { values, positionals } = parseArgs({
    options: { production: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const examples = listExamples();
  const [name] = positionals;
  if (name === undefined) {
    console.log(listing(examples));
    return 0;
  }
  const example = examples.find((one) => one.name === name);
  if (!example) {
    const names = examples.map((one) => one.name);
    throw new Error(
      `No example "${name}". Did you mean "${nearest(name, names)}"?\n\n${listing(examples)}`,
    );
  }
  const port = readPort(process.env['PORT'], 5173);
  const command = `npm run example ${name}${values.production ? ' -- --production' : ''}`;
  // Nitro ignores port 0 and uses its default.
  if (port === 0 && values.production) {
    throw new Error(
      `PORT is "0"; a production server needs a number from 1 to 65535. Try PORT=5174 ${command}`,
    );
  }
  await requireFreePort(port, command);
  const node = await exampleNode();
  return values.production
    ? serveBuilt(example, port, node)
    : develop(example, port, node);
});

function listing(examples: readonly Example[]): string {
  const width = Math.max(...examples.map(({ name }) => name.length));
  return [
    ...examples.map(
      ({ name, description }) => `${name.padEnd(width)}  ${description}`,
    ),
    '',
    'Development server:        npm run example <name>',
    'Build, production server:  npm run example <name> -- --production',
    'PORT sets the port; the default is 5173.',
  ].join('\n');
}

function develop(
  example: Example,
  port: number,
  node: ExampleNode,
): Promise<number> {
  console.log(`Starting the dev server of ${example.name} …`);
  return foreground(
    example,
    [viteCommand, '--port', `${port}`, '--strictPort'],
    port,
    node,
  );
}

async function serveBuilt(
  example: Example,
  port: number,
  node: ExampleNode,
): Promise<number> {
  console.log(`Building ${example.name} (about 15 seconds) …`);
  const built = await run(node.path, [viteCommand, 'build'], {
    cwd: example.folder,
    env: node.env,
  });
  if (built.code !== 0) {
    throw new Error(`${example.name} doesn't build:\n${built.output}`);
  }
  console.log(`Serving ${example.name} on http://localhost:${port}/`);
  // `npm start` runs `node <file>`.
  const [, ...command] = example.scripts['start']?.split(' ') ?? [];
  return foreground(example, command, port, node, {
    // Milliseconds; by default, Nitro waits 30 seconds for streams, which don't end while a page is open. Its dev server reads
    // the same variable in seconds.
    NITRO_SHUTDOWN_TIMEOUT: process.env['NITRO_SHUTDOWN_TIMEOUT'] || '1000',
  });
}

/** Runs a server in the foreground until it exits or receives Ctrl-C; a second Ctrl-C kills it. */
async function foreground(
  example: Example,
  command: readonly string[],
  port: number,
  node: ExampleNode,
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  const child = spawn(node.path, command, {
    cwd: example.folder,
    env: { ...process.env, ...node.env, ...env, PORT: `${port}` },
    stdio: 'inherit',
  });
  let firstSignal: number | undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      const now = performance.now();
      firstSignal ??= now;
      child.kill(now - firstSignal < duplicateSignals ? signal : 'SIGKILL');
    });
  }
  const [code, signal] = (await once(child, 'exit')) as [
    number | null,
    NodeJS.Signals | null,
  ];
  // Ending the server with a signal is a success.
  return signal === null ? (code ?? 0) : 0;
}
