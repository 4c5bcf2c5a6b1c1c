import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { answers } from './support/answers';
import { expectEvidence } from './support/evidence';
import { freePort } from './support/free-port';

const root = fileURLToPath(new URL('..', import.meta.url));
const node = dirname(process.execPath);

it('the image contains everything that it needs, including for its health check', async () => {
  const lines = (await readFile(join(root, 'Dockerfile'), 'utf8')).split('\n');
  const rest = (start: string) =>
    lines
      .filter((line) => line.startsWith(start))
      .map((line) => line.slice(start.length));
  // The commands that build the image; the tests have run the second.
  expect(rest('RUN ')).toEqual(['npm install', 'npm run build']);
  const { scripts } = JSON.parse(
    await readFile(join(root, 'package.json'), 'utf8'),
  ) as { scripts: Record<string, string> };
  const command = words(rest('CMD ')[0]);
  expect(command.join(' ')).toBe(scripts['start']);

  // The last stage: a folder with the copied files, and nothing above it.
  const [copied = '', to = ''] = (
    rest('COPY --from=build /app/')[0] ?? ''
  ).split(' ');
  const folder = await mkdtemp(join(tmpdir(), 'redis-chat-image-'));
  await cp(join(root, copied), join(folder, to), { recursive: true });
  const port = `${await freePort()}`;
  const [, ...args] = command;
  const server = spawn(process.execPath, args, {
    cwd: folder,
    env: { PATH: node, NODE_ENV: 'production', PORT: port, HOST: '127.0.0.1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const check = words(rest('HEALTHCHECK CMD ')[0]).map((word) =>
    word.replace(':3000/', `:${port}/`),
  );
  await answers(Number(port), () => expect(server.exitCode).toBeNull());
  expect(await exitCodeOf(check)).toBe(0);
  const page = await fetch(`http://127.0.0.1:${port}/`);
  expect(await page.text()).toContain('Chat</h1>');

  const exit = once(server, 'exit');
  server.kill('SIGTERM');
  expect(await exit).toEqual([0, null]);
  expect(await exitCodeOf(check)).toBe(1);
  await expectEvidence('image', {
    kind: 'facts',
    ...{ folder: to, page: page.status, modules: 'none needed' },
    healthCheck: { running: 0, stopped: 1 },
    ...{ signal: 'SIGTERM', exitCode: 0 },
  });
  await rm(folder, { recursive: true });
});

/** Parses `["node", "server.mjs"]`. */
function words(json = ''): string[] {
  const list: unknown = JSON.parse(json);
  if (!Array.isArray(list)) throw new Error(`Not a list: ${json}`);
  return list.map(String);
}

async function exitCodeOf([, ...args]: string[]): Promise<unknown> {
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  const [code] = (await once(child, 'exit')) as [unknown];
  return code;
}
