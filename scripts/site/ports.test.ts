import { createServer } from 'node:http';
import { expect, it } from 'vitest';
import { listen, readPort } from './ports.ts';

it.each(['http', '-1', '65536', '80.5'])('rejects the port %s', (text) => {
  expect(() => readPort(text, 3000)).toThrow(`PORT is "${text}"`);
});

it('returns the fallback without PORT', () => {
  expect(readPort(undefined, 3000)).toBe(3000);
  expect(readPort('8080', 3000)).toBe(8080);
});

it('reports a port that another program uses, and suggests another one', async () => {
  const other = createServer();
  const port = await listen(other, 0, 'npm start');
  await expect(listen(createServer(), port, 'npm start')).rejects.toThrow(
    `Port ${port} is taken by another program. Choose another: PORT=`,
  );
  other.close();
});
