import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { expectEvidence } from './support/evidence';
import { unusedPort } from './support/unused-port';

// `ng serve` runs the builder that angular.json names through this program.
const angularBuild = createRequire(
  createRequire(import.meta.url).resolve('@angular/build/package.json'),
);
const architect = join(
  dirname(angularBuild.resolve('@angular-devkit/architect/package.json')),
  'bin/architect.js',
);
const workspace = fileURLToPath(
  new URL('../dist/angular-json', import.meta.url),
);

/** Ports in the two files. */
interface Ports {
  readonly angularJson?: number;
  readonly viteConfig: number;
  readonly hmr: number;
}

let child: ChildProcess | undefined;

afterEach(async () => {
  if (child?.exitCode === null && child.kill('SIGKILL')) {
    await once(child, 'exit');
  }
});

it('takes the port from angular.json, and the HMR port from vite.config.ts', async () => {
  const viteConfig = await unusedPort();
  const hmr = await unusedPort();
  const angularJson = await unusedPort();

  const both = await served({ angularJson, viteConfig, hmr });
  expect(both).toEqual({ port: angularJson, hmr });
  const one = await served({ viteConfig, hmr });
  expect(one).toEqual({ port: viteConfig, hmr });

  await expectEvidence('angular-json', {
    portInBoth: { port: 'angular.json', hmrPort: 'vite.config.ts' },
    portInViteConfig: { port: 'vite.config.ts', hmrPort: 'vite.config.ts' },
  });
});

/**
 * Serves an empty app through its angular.json.
 *
 * @throws if it isn't served within a minute
 */
async function served(ports: Ports): Promise<{ port: number; hmr: number }> {
  await mkdir(workspace, { recursive: true });
  await Promise.all([
    write('angular.json', angularJsonWith(ports)),
    write('vite.config.mjs', viteConfigWith(ports)),
    write('index.html', '<h1>Served</h1>'),
  ]);
  const { PATH, HOME } = process.env;
  child = spawn(process.execPath, [architect, 'app:serve'], {
    cwd: workspace,
    env: { PATH, HOME },
  });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await expect.poll(() => output, { timeout: 60_000 }).toMatch(/Local:.+\n/);
  const plain = output.replaceAll(/\u001b\[\d+m/g, '');
  const port = Number(/Local:\s+http:\/\/[^:]+:(\d+)/.exec(plain)?.[1]);
  const hmr = Number(/HMR port (\d+)/.exec(plain)?.[1]);
  child.kill('SIGKILL');
  await once(child, 'exit');
  return { port, hmr };
}

function write(file: string, text: string): Promise<void> {
  return writeFile(join(workspace, file), text);
}

/** The targets that a new app has. */
function angularJsonWith({ angularJson }: Ports): string {
  const build = {
    builder: '@analogjs/platform:vite',
    options: {
      configFile: 'vite.config.mjs',
      main: 'src/main.ts',
      outputPath: 'dist',
      tsConfig: 'tsconfig.json',
    },
  };
  const serve = {
    builder: '@analogjs/platform:vite-dev-server',
    options: { buildTarget: 'app:build', hmr: true, port: angularJson },
  };
  const app = {
    projectType: 'application',
    root: '.',
    architect: { build, serve },
  };
  return JSON.stringify({ version: 1, projects: { app } });
}

function viteConfigWith({ viteConfig, hmr }: Ports): string {
  return `export default {
  server: { port: ${viteConfig}, hmr: { port: ${hmr} } },
  plugins: [{
    name: 'report',
    configResolved: ({ server }) => console.log('HMR port', server.hmr.port),
  }],
};
`;
}
