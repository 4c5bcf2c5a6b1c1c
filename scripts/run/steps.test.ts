import { describe, expect, it } from 'vitest';
import { closingLine, problemsStep, runSteps, type Step } from './steps.ts';

const passing: Step = problemsStep('fine', () => []);
const failing: Step = problemsStep('wrong', () => ['a:1: bad', 'b:2: worse']);
const throwing: Step = {
  name: 'broken',
  run: () => Promise.reject(new Error('no such tool')),
};

describe('runSteps', () => {
  it('continues after a failure and prints its output', async () => {
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

  it('never runs more steps at a time than the limit', async () => {
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

  it('postpones a step whose locks are taken', async () => {
    const events: string[] = [];
    const step = (name: string, ...locks: string[]): Step => ({
      name,
      locks,
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
    expect(totals).toEqual({ passed: 3, failed: 0 });
    expect(events).toEqual([
      'chat begins',
      'stream begins',
      'chat ends',
      'stream ends',
      'both begins',
      'both ends',
    ]);
  });

  it('releases the locks of a step that throws', async () => {
    const steps = [
      { ...throwing, locks: ['a'] },
      { ...passing, locks: ['a'] },
    ];
    const totals = await runSteps(steps, 2, () => undefined);
    expect(totals).toEqual({ passed: 1, failed: 1 });
  });
});

it('formats the totals as the last line', () => {
  expect(closingLine({ passed: 12, failed: 0 })).toBe('12 passed, 0 failed');
});
