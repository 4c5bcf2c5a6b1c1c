import { createServer } from 'node:http';
import { expect, it } from 'vitest';
import { listen } from '../scripts/site/ports.ts';
import { runCommand } from './support/command.ts';
import { locales, settings } from './support/site.ts';

it('npm start serves every locale within seconds if nothing has changed', async () => {
  const command = runCommand('npm start', { PORT: '0' });
  const [, origin = ''] = await command.prints(/(http:\/\/localhost:\d+)\//);
  expect(command.output()).toContain('Nothing has changed');
  for (const { lang, prefix } of locales) {
    const response = await fetch(origin + settings.baseUrl + prefix);
    expect(await response.text()).toContain(`<html lang=${lang}`);
  }
  await command.interrupt();
  await expect(fetch(origin)).rejects.toThrow();
});

it('npm start reports a port that is in use, and suggests another one', async () => {
  const other = createServer();
  const port = await listen(other, 0, '');
  const command = runCommand('npm start', { PORT: `${port}` });
  expect(await command.ended()).toBe(1);
  expect(command.output()).toContain(
    `Port ${port} is taken by another program. Choose another: PORT=${port + 1} npm start`,
  );
  expect(command.output()).not.toMatch(/^\s+at /m);
  other.close();
});

it('npm start rejects an invalid port', async () => {
  const command = runCommand('npm start', { PORT: 'http' });
  expect(await command.ended()).toBe(1);
  expect(command.output()).toContain('PORT is "http"');
});
