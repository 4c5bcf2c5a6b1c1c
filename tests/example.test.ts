import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { listExamples } from '../src/site/examples/catalogue.ts';
import { listen } from '../scripts/site/ports.ts';
import { runCommand } from './support/command.ts';

describe('npm run example', () => {
  it('lists every example and how to run it', async () => {
    const command = runCommand('npm run example');
    expect(await command.ended()).toBe(0);
    const examples = listExamples();
    expect(examples.length).toBeGreaterThan(2);
    for (const { name, description } of examples) {
      expect(command.output()).toMatch(
        new RegExp(`^${name} +${description}$`, 'm'),
      );
    }
    expect(command.output()).toContain(
      'npm run example <name> -- --production',
    );
  });

  it('suggests the nearest example for an unknown name', async () => {
    const command = runCommand('npm run example websocket-caht');
    expect(await command.ended()).toBe(1);
    expect(command.output()).toContain(
      'No example "websocket-caht". Did you mean "websocket-chat"?',
    );
    expect(command.output()).toContain('server-sent-events');
    expect(command.output()).not.toMatch(/^\s+at /m);
  });

  it('reports a port that is in use', async () => {
    const other = createServer();
    const port = await listen(other, 0, '');
    const command = runCommand('npm run example api-routes', {
      PORT: `${port}`,
    });
    expect(await command.ended()).toBe(1);
    expect(command.output()).toContain(`Port ${port} is taken`);
    other.close();
  });
});
