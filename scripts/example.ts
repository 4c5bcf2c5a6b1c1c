import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Example, listExamples } from './examples/catalogue.ts';
import { nearest } from './nearest.ts';
import { main } from './run/main.ts';
import { runTool } from './run/child.ts';
import { listen, readPort } from './site/listen.ts';

// Absolute, since an example runs in its own folder.
const viteCommand = join(process.cwd(), 'node_modules/vite/bin/vite.js');

// The terminal, npm and tsx each pass on one and the same Ctrl-C.
const onePress = 500;

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
  const example = examples.find((known) => known.name === name);
  if (!example) {
    const names = examples.map((known) => known.name);
    throw new Error(
      `No example "${name}". Did you mean "${nearest(name, names)}"?\n\n${listing(examples)}`,
    );
  }
  const port = readPort(process.env['PORT'], 5173);
  const command = `npm run example ${name}${values.production ? ' -- --production' : ''}`;
  // Nitro would take it for no port at all, and its own default.
  if (port === 0 && values.production) {
    throw new Error(
      `PORT is "0"; a built server takes a number from 1 to 65535. Try PORT=5174 ${command}`,
    );
  }
  await refuseTakenPort(port, command);
  return values.production ? serveBuilt(example, port) : develop(example, port);
});

function listing(examples: readonly Example[]): string {
  const width = Math.max(...examples.map(({ name }) => name.length));
  return [
    ...examples.map(
      ({ name, description }) => `${name.padEnd(width)}  ${description}`,
    ),
    '',
    'Run one with its dev server:  npm run example <name>',
    'Build it and serve it:        npm run example <name> -- --production',
    'PORT chooses the port, 5173 without it.',
  ].join('\n');
}

function develop(example: Example, port: number): Promise<number> {
  console.log(`Starting the dev server of ${example.name} …`);
  return foreground(
    example,
    [viteCommand, '--port', `${port}`, '--strictPort'],
    port,
  );
}

async function serveBuilt(example: Example, port: number): Promise<number> {
  console.log(`Building ${example.name} (about 15 seconds) …`);
  const built = await runTool('vite/bin/vite.js', ['build'], {
    cwd: example.folder,
  });
  if (built.code !== 0) {
    throw new Error(`${example.name} does not build:\n${built.output}`);
  }
  console.log(`Serving ${example.name} on http://localhost:${port}/`);
  // `node <file>`, as its own `npm start` has it.
  const [, ...command] = example.scripts['start']?.split(' ') ?? [];
  return foreground(example, command, port, {
    // In milliseconds. Nitro waits 30 seconds for streams, and these do not end while a page is open.
    // Only here, since its dev server counts the same variable in seconds.
    NITRO_SHUTDOWN_TIMEOUT: process.env['NITRO_SHUTDOWN_TIMEOUT'] || '1000',
  });
}

/** Hands the terminal to a server until it ends, or the reader ends it. */
async function foreground(
  example: Example,
  command: readonly string[],
  port: number,
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  const child = spawn(process.execPath, command, {
    cwd: example.folder,
    env: { ...process.env, ...env, PORT: `${port}` },
    stdio: 'inherit',
  });
  let asked: number | undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      const now = performance.now();
      asked ??= now;
      child.kill(now - asked < onePress ? signal : 'SIGKILL');
    });
  }
  const [code, signal] = (await once(child, 'exit')) as [
    number | null,
    NodeJS.Signals | null,
  ];
  // A server that the reader has ended has done its work.
  return signal === null ? (code ?? 0) : 0;
}

async function refuseTakenPort(port: number, command: string): Promise<void> {
  const probe = createServer();
  await listen(probe, port, command);
  await new Promise((resolve) => probe.close(resolve));
}
