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
    expect(totals).toMatchObject({ passed: 1, failed: 2 });
    expect(totals.times.map(({ name }) => name)).toEqual([
      'wrong',
      'broken',
      'fine',
    ]);
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

describe('what a step holds', () => {
  it('no other step has meanwhile, and the next in line comes first', async () => {
    const events: string[] = [];
    const step = (name: string, ...holds: string[]): Step => ({
      name,
      holds,
      run: async () => {
        events.push(`${name} begins`);
        await new Promise((resolve) => setImmediate(resolve));
        events.push(`${name} ends`);
        return { passed: 1, failed: 0, output: '' };
      },
    });
    const steps = [
      step('chat', 'a'),
      step('both', 'a', 'b'),
      step('stream', 'b'),
    ];
    const totals = await runSteps(steps, 3, () => undefined);
    expect(totals).toMatchObject({ passed: 3, failed: 0 });
    expect(events).toEqual([
      'chat begins',
      'stream begins',
      'chat ends',
      'stream ends',
      'both begins',
      'both ends',
    ]);
  });

  it('is free again when the step throws', async () => {
    const held = { ...throwing, holds: ['a'] };
    const { passed, failed } = await runSteps(
      [held, { ...passing, holds: ['a'] }],
      2,
      () => undefined,
    );
    expect({ passed, failed }).toEqual({ passed: 1, failed: 1 });
  });
});

it('ends with a line for people and machines', () => {
  expect(closingLine({ passed: 12, failed: 0 })).toBe('12 passed, 0 failed');
});
