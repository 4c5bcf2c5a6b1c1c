import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runTool } from '../scripts/run/child.ts';
import { listen } from '../scripts/site/ports.ts';
import { siteServer } from '../scripts/site/server.ts';
import { useBrowser } from './support/browser.ts';

const browser = useBrowser();
const folder = resolve('node_modules/.cache/foreign-playground');
const handler = 'echo/src/server/routes/api/ws/echo.ts';
const files: Readonly<Record<string, string>> = {
  'package.json': '{ "private": true }',
  'docusaurus.config.js': `
    import { playgroundPlugin, remarkPlayground } from ${JSON.stringify(resolve('src/playground/build/index.ts'))};
    const root = ${JSON.stringify(folder)};
    export default {
      title: 'Foreign',
      url: 'http://localhost',
      baseUrl: '/',
      future: { v4: true },
      plugins: [playgroundPlugin(root)],
      presets: [['classic', {
        blog: false,
        docs: {
          routeBasePath: '/',
          sidebarPath: false,
          beforeDefaultRemarkPlugins: [
            [remarkPlayground, { root, examplesDir: root + '/apps', links: { silent: '/help' } }],
          ],
        },
      }]],
    };`,
  'src/theme/MDXComponents.js': `
    import ClosedPlayground from '@theme/ClosedPlayground';
    import MDXComponents from '@theme-original/MDXComponents';
    export default { ...MDXComponents, ClosedPlayground };`,
  'docs/index.mdx': `---\nslug: /\n---\n\n# Echo\n\n<Playground of="${handler}" send="echo/echo" />\n`,
  'docs/help.md': '# Help\n',
  [`apps/${handler}`]: `
    import { defineWebSocketHandler } from 'h3';
    export default defineWebSocketHandler({
      message: (peer, message) => void peer.send('echo: ' + message.text()),
    });`,
  'apps/echo/evidence/echo.json': JSON.stringify({
    kind: 'websocket',
    url: '/api/ws/echo',
    frames: [
      { client: 'Ada', from: 'client', opcode: 'text', payload: 'hello' },
      { client: 'Ada', from: 'server', opcode: 'text', payload: 'echo: hello' },
    ],
  }),
};
let address = '';
let close = () => {};

beforeAll(async () => {
  await rm(folder, { recursive: true, force: true });
  for (const [name, text] of Object.entries(files)) {
    const file = join(folder, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  for (const name of ['node_modules', 'package-lock.json']) {
    await symlink(resolve(name), join(folder, name));
  }
  const { code, output } = await runTool(
    '@docusaurus/core/bin/docusaurus.mjs',
    ['build'],
    { cwd: folder, env: { NODE_ENV: 'production' } },
  );
  if (code !== 0) throw new Error(output);
  const server = siteServer({ folder: join(folder, 'build'), baseUrl: '/' });
  address = `http://localhost:${await listen(server, 0, 'npm test')}/`;
  close = () => {
    server.closeAllConnections();
    server.close();
  };
});
afterAll(() => close());

it('runs a playground on a site that shares nothing else with this one', async () => {
  const page = await browser.open();
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Run in the page' }).click();
  const panel = page.locator('.playground');
  await panel
    .getByRole('button', { name: 'hello', exact: true })
    .first()
    .click();
  const frame = panel.locator('li[data-client=Ada] [data-from=server]');
  expect(await frame.first().textContent()).toContain('echo: hello');
});

it('shows its styles and the given links', async () => {
  const page = await browser.open();
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Run in the page' }).click();
  const panel = page.locator('.playground');
  await panel.waitFor();
  const display = await panel.evaluate(
    (element) => getComputedStyle(element).display,
  );
  expect(display).toBe('grid');
  await panel.getByLabel('URL').fill('none');
  await panel.getByRole('button', { name: 'Add a client' }).click();
  await panel.getByRole('button', { name: 'Connect Cleo' }).click();
  const link = panel.getByRole('link', { name: 'Why a socket stays silent' });
  expect(await link.getAttribute('href')).toBe('/help');
});
