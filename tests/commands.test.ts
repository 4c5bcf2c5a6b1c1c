import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import crossws from 'crossws/adapters/node';
import { satisfies } from 'semver';
import { describe, expect, it } from 'vitest';
import { listExamples } from '../src/site/examples/catalogue.ts';
import { readCoverage, readPages } from '../src/site/pages/pages.ts';
import { exampleSeed, sampledCommands } from '../scripts/examples/sample.ts';
import { nodeOf } from '../scripts/node/example-node.ts';
import { recommendedNode } from '../scripts/node/versions.ts';
import { freePort, listen } from '../scripts/site/ports.ts';
import { runCommand } from './support/command.ts';

const { commands: written } = readCoverage(await readPages());
const commands = [...new Set(written.map(({ command }) => command))].sort();

/** Executes two of the commands that start an app; EXAMPLE_COMMANDS=all executes all. */
const all = process.env['EXAMPLE_COMMANDS'] === 'all';
const seed = exampleSeed(process.env);
const started = sampledCommands(commands, seed).map(({ command }) => command);
console.log(
  `Starting ${all ? 'each' : started.join(', ')}; EXAMPLE_SEED=${seed} chooses the same, EXAMPLE_COMMANDS=all each.`,
);

/** How to test a command of the guide, by its first words. */
const proofs: readonly {
  readonly of: RegExp;
  readonly prove: (command: string) => Promise<void> | void;
}[] = [
  { of: /^npm (?:install|test|start)$/, prove: isRunByTheBuildServer },
  { of: /^npm run example$/, prove: lists },
  { of: /^npm run example [\w-]+(?: -- --production)?$/, prove: startsAnApp },
  { of: /^npm run bench -- load$/, prove: isABenchmark },
  { of: /^npm install (?:--save-dev )?\S+/, prove: installsWhatExamplesHave },
  { of: /^npm run (?:dev|build)$/, prove: isAScriptOfTheChat },
  { of: /^node dist\//, prove: isAScriptOfTheChat },
  { of: /^node -e ".+"$/, prove: isAnsweredBy },
];

it('the guide contains commands', () => {
  expect(commands).toContain('npm install');
  expect(commands.length).toBeGreaterThan(3);
  for (const command of started) expect(commands).toContain(command);
});

describe('the command', () => {
  it.each(commands)('%s', async (command) => {
    const proof = proofs.find(({ of }) => of.test(command));
    if (!proof) {
      const place = written.find((own) => own.command === command);
      throw new Error(
        `${place?.file}:${place?.line}: nothing proves "${command}"; tests/commands.test.ts knows how to prove others; add a proof there.`,
      );
    }
    await proof.prove(command);
  });
});

/** Commands in `.ci/run` are executed on every push. */
function isRunByTheBuildServer(command: string): void {
  const lines = readFileSync('.ci/run', 'utf8').split('\n');
  const first = (line: string) => line.startsWith(`${command} `);
  expect(lines.filter((line) => line === command || first(line))).toHaveLength(
    1,
  );
}

async function lists(command: string): Promise<void> {
  const listing = runCommand(command);
  expect(await listing.ended()).toBe(0);
  expect(listing.output()).toContain('websocket-chat');
}

/** Checks that the command installs the version that all examples have, so that an app has only one copy of it. */
function installsWhatExamplesHave(command: string): void {
  const packages = command.replace(/^npm install (?:--save-dev )?/, '');
  for (const wanted of packages.split(' ')) {
    const [, name = '', range = '*'] = /^(@?[^@]+)@?(.+)?$/.exec(wanted) ?? [];
    const versions = listExamples().flatMap(
      ({ dependencies }) => dependencies[name] ?? [],
    );
    expect(versions, wanted).not.toEqual([]);
    for (const version of versions) {
      expect(satisfies(version, range), `${wanted}, ${version}`).toBe(true);
    }
  }
}

/** Checks the scripts of the chat, which quick start runs; the others have the same. */
function isAScriptOfTheChat(command: string): void {
  const chat = listExamples().find(({ name }) => name === 'websocket-chat');
  const commands = Object.entries(chat?.scripts ?? {}).flatMap(
    ([name, script]) => [`npm run ${name}`, script],
  );
  expect(commands).toContain(command);
}

/** Runs a client in one line, with a server that answers like the handler on its page. */
async function isAnsweredBy(command: string): Promise<void> {
  const sockets = crossws({
    hooks: {
      message: (peer, message) => {
        peer.send(`You sent: ${message.text()}`);
      },
    },
  });
  const server = createServer().on('upgrade', (request, socket, head) => {
    void sockets.handleUpgrade(request, socket, head);
  });
  const port = await listen(server, 0, '');
  // The global WebSocket needs Node 22.
  const { env } = await nodeOf(recommendedNode);
  const line = command.replace(/(?<=localhost:)\d+/, `${port}`);
  const client = runCommand(line, env);
  await client.prints(/^You sent: Hello$/m, 60);
  await client.interrupt();
  server.close();
}

/** Not executed, since it takes minutes; `measure.test.ts` tests it. */
async function isABenchmark(command: string): Promise<void> {
  const refused = runCommand(`${command} --sockets none`);
  expect(await refused.ended()).toBe(1);
  expect(refused.output()).toContain('--sockets is "none"');
}

async function startsAnApp(command: string): Promise<void> {
  await (all || started.includes(command)
    ? servesAnApp(command)
    : isUnderstood(command));
}

/** Checks only the arguments, which are parsed before the port; the app's own tests start it. */
async function isUnderstood(command: string): Promise<void> {
  const other = createServer();
  const port = await listen(other, 0, '');
  const app = runCommand(command, { PORT: `${port}` });
  expect(await app.ended()).toBe(1);
  expect(app.output()).toContain(
    `Port ${port} is taken by another program. Choose another: PORT=${port + 1} ${command}\n`,
  );
  other.close();
}

async function servesAnApp(command: string): Promise<void> {
  const app = runCommand(command, { PORT: `${await freePort()}` });
  const [, url = ''] = await app.prints(/(http:\/\/localhost:\d+)\//);
  await app.prints(/Listening on|ready in/);
  const page = await fetch(url);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('<app-root');
  await app.interrupt();
  await expect(fetch(url)).rejects.toThrow();
}
