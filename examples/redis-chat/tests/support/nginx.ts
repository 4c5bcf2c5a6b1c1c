import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { answers } from './answers';
import { type Certificate, makeCertificate } from './certificate';
import { ensureProgram } from './ensure-program';
import { freePort } from './free-port';

const shipped = new URL('../../nginx/chat.conf', import.meta.url);

/** A change of `nginx/chat.conf`: from, to. */
export type Change = readonly [from: string | RegExp, to: string];

/** An nginx server in front of processes of the app. */
export interface Nginx {
  /** `https://localhost:34567` */
  readonly url: string;
  /** The URL that redirects to the other. */
  readonly plainUrl: string;
  /** Certificate for clients. */
  readonly ca: string;
  /** Returns its error log. */
  errors(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * Starts nginx with `nginx/chat.conf`, with other ports and paths, and a test's changes.
 *
 * @param apps origins of the processes
 * @param changes for example `[['proxy_buffering off;', '']]`
 * @param main lines of the main configuration, for example `events { worker_connections 16; }`
 * @throws if a text to replace is missing, or nginx doesn't start
 */
export async function startNginx(
  apps: readonly string[],
  changes: readonly Change[] = [],
  events = '',
): Promise<Nginx> {
  const program = await ensureProgram('nginx', 'nginx-light');
  const folder = await mkdtemp(join(tmpdir(), 'redis-chat-nginx-'));
  const certificate = await makeCertificate(folder);
  const [port, plainPort] = [await freePort(), await freePort()];
  const site = replaced(await readFile(shipped, 'utf8'), [
    ...changes,
    ...places(apps, certificate),
    ['listen 443 ', `listen 127.0.0.1:${port} `],
    ['listen 80;', `listen 127.0.0.1:${plainPort};`],
  ]);
  await writeFile(join(folder, 'site.conf'), site);
  await writeFile(join(folder, 'nginx.conf'), mainConf(folder, events));

  const child = spawn(
    program,
    [...['-p', folder, '-e', 'error.log', '-c', join(folder, 'nginx.conf')]],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let output = '';
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await answers(port, () => {
    if (child.exitCode !== null) throw new Error(`No nginx:\n${output}`);
  });
  return {
    url: `https://localhost:${port}`,
    plainUrl: `http://localhost:${plainPort}`,
    ca: certificate.ca,
    errors: () => readFile(join(folder, 'error.log'), 'utf8'),
    async stop() {
      await end(child);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Returns the changes that adapt the configuration to this machine. */
function places(
  apps: readonly string[],
  { certificateFile, keyFile }: Certificate,
): Change[] {
  const servers = apps
    .map((app) => `    server ${new URL(app).host} max_fails=0;`)
    .join('\n');
  return [
    [/(?: +server 127\.0\.0\.1:300\d [^\n]*\n)+/, `${servers}\n`],
    ['/etc/ssl/chat/fullchain.pem', certificateFile],
    ['/etc/ssl/chat/privkey.pem', keyFile],
  ];
}

function replaced(text: string, changes: readonly Change[]): string {
  return changes.reduce((current, [from, to]) => {
    // A function, so that `$host` isn't a replacement pattern.
    const next = current.replace(from, () => to);
    if (next === current) {
      throw new Error(`nginx/chat.conf has no ${String(from)}.`);
    }
    return next;
  }, text);
}

function mainConf(folder: string, events: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${folder}/${kind};`,
  );
  return [
    // As root, its workers would run as a user without access to the folder.
    process.getuid?.() === 0 ? `user ${userInfo().username};` : '',
    'daemon off;',
    'worker_processes 1;',
    `pid ${folder}/nginx.pid;`,
    `events { ${events} }`,
    'http {',
    'access_log off;',
    ...temporary,
    `include ${folder}/site.conf;`,
    '}',
  ].join('\n');
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const exited = once(child, 'exit');
    // Immediately, with its worker.
    child.kill('SIGTERM');
    await exited;
  }
}
