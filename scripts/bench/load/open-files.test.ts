import { expect, it } from 'vitest';
import { openFileLimit, openFileProblem } from './open-files.ts';

it('explains how to raise the limit of open files', () => {
  expect(openFileProblem(15_000, 20_000)).toBeUndefined();
  expect(openFileProblem(15_000, Number.POSITIVE_INFINITY)).toBeUndefined();
  expect(openFileProblem(15_000, 1_100)).toBe(
    '15000 connections need 15200 open files, and this process may have 1100; raise the limit with "ulimit -n 15200", or measure fewer, for example with --sockets 300.',
  );
});

it('reads the limit of this process', () => {
  expect(openFileLimit()).toBeGreaterThan(100);
});
