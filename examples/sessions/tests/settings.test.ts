import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { development } from '../src/server/settings/development';
import { readSettings } from '../src/server/settings/read-settings';
import { expectEvidence } from './support/evidence';
import { startServer } from './support/server';

const secret = { SESSION_SECRET: 'x'.repeat(32) };

it("doesn't start in production without a secret, or with a short one", async () => {
  const message = async (env: Record<string, string>) => {
    const error: unknown = await startServer('production', env).then(
      async (server) => {
        await server.stop();
        return undefined;
      },
      (reason: unknown) => reason,
    );
    const text = error instanceof Error ? error.message : '';
    expect(text).toMatch(/exited with 1:/);
    return /Error: (SESSION_SECRET .*)/.exec(text)?.[1];
  };
  const missing = await message({});
  const short = await message({ SESSION_SECRET: 'too short' });
  expect(missing).toContain('SESSION_SECRET has 0 characters');
  expect(short).toContain('SESSION_SECRET has 9 characters');
  await expectEvidence('start', {
    kind: 'facts',
    production: { withoutSecret: { exitCode: 1, message: missing } },
  });
});

it('keeps the development secret out of the build', () => {
  const dist = fileURLToPath(new URL('../dist/analog/server', import.meta.url));
  const built = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.mjs') && !name.includes('node_modules'))
    .map((name) => readFileSync(`${dist}/${name}`, 'utf8'));
  expect(built.some((code) => code.includes('SESSION_SECRET'))).toBe(true);
  expect(built.some((code) => code.includes(development.SESSION_SECRET))).toBe(
    false,
  );
});

it('reads the environment variables', () => {
  const read = readSettings({
    ...development,
    SESSION_SECONDS: '60',
    ALLOWED_ORIGINS: 'https://a.example, http://b.example:8080',
  });
  expect(read.sessionSeconds).toBe(60);
  expect(read.allowedOrigins).toEqual([
    'https://a.example',
    'http://b.example:8080',
  ]);
  expect([...read.accounts.keys()]).toEqual(['ada', 'bob']);
});

it.each([
  [{}, /SESSION_SECRET/],
  [{ ...secret, SESSION_SECONDS: '0' }, /SESSION_SECONDS is "0"/],
  [{ ...secret, SESSION_SECONDS: '2592000' }, /from 1 to 2000000/],
  [{ ...secret, ALLOWED_ORIGINS: 'https://a.example/' }, /without a slash/],
  [{ ...secret, ALLOWED_ORIGINS: '*' }, /ALLOWED_ORIGINS has "\*"/],
  [{ ...secret, ACCOUNTS: 'ada:only-one' }, /ACCOUNTS has "ada"/],
])('rejects %o', (env, message) => {
  expect(() => readSettings(env)).toThrow(message);
});
