import { describe, expect, it } from 'vitest';
import { closingLine, problemsStep, runSteps, type Step } from './steps.ts';

const passing: Step = problemsStep('fine', () => []);
const failing: Step = problemsStep('wrong', () => ['a:1: bad', 'b:2: worse']);
const throwing: Step = {
  name: 'broken',
  run: () => Promise.reject(new Error('no such tool')),
};

describe('runSteps', () => {
  it('goes on after a failure and shows its output', async () => {
    const lines: string[] = [];
    const steps = [failing, throwing, passing];
    const totals = await runSteps(steps, 1, (line) => lines.push(line));
    expect(totals).toEqual({ passed: 1, failed: 2 });
    const plain = lines.join('\n').replaceAll(/\d+\.\d s/g, '0 s');
    expect(plain).toBe(
      [
        'FAIL wrong (0 s)',
        '     a:1: bad',
        '     b:2: worse',
        'FAIL broken (0 s)',
        '     no such tool',
        'ok   fine (0 s)',
      ].join('\n'),
    );
  });

  it('runs no more at a time than it may', async () => {
    let running = 0;
    let most = 0;
    const step: Step = {
      name: 'step',
      run: async () => {
        running += 1;
        most = Math.max(most, running);
        await Promise.resolve();
        running -= 1;
        return { passed: 1, failed: 0, output: '' };
      },
    };
    const steps = Array.from({ length: 6 }, () => step);
    expect((await runSteps(steps, 2, () => undefined)).passed).toBe(6);
    expect(most).toBe(2);
  });
});

it('ends with a line for people and machines', () => {
  expect(closingLine({ passed: 12, failed: 0 })).toBe('12 passed, 0 failed');
});
