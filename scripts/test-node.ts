import { parseArgs } from 'node:util';
import { ensureBrowser } from './browser/browsers.ts';
import { listExamples } from '../src/site/examples/catalogue.ts';
import { type ExampleNode, nodeOf } from './node/example-node.ts';
import { type NodeMajor, nodeMajors } from './node/versions.ts';
import { run } from './run/child.ts';
import { main } from './run/main.ts';
import { closingLine, problemsStep, runSteps, type Step } from './run/steps.ts';
import { vitestStep } from './run/tool-steps.ts';

// npm run test:node -- 22 (or 24, 26, all) [--examples a,b]: the check and the tests of the examples on another Node.
await main(async () => {
  const { values, positionals } = parseArgs({
    options: { examples: { type: 'string' } },
    allowPositionals: true,
  });
  const majors = majorsOf(positionals[0]);
  const names = values.examples?.split(',');
  const examples = listExamples()
    .map(({ name }) => name)
    .filter((name) => names === undefined || names.includes(name));
  const unknown = names?.find((name) => !examples.includes(name));
  if (unknown !== undefined) {
    throw new Error(
      `npm run test:node: no example "${unknown}". List them with: npm run example`,
    );
  }
  const browser = await ensureBrowser(console.log);
  const steps: Step[] = [];
  for (const major of majors) {
    const node = await nodeOf(major);
    const env = { CHROME_PATH: browser, ...node.env };
    steps.push(
      checkStep(node),
      ...examples.map((name) => ({
        ...vitestStep(
          `${name} on Node ${node.version}`,
          ['npm', 'test', '--workspace', name, '--'],
          { env },
        ),
        // All runs of an example build it in the same folder.
        locks: [name],
      })),
    );
  }
  if (majors.length === nodeMajors.length) {
    const { path, env } = await nodeOf(24);
    const vitest = [path, 'node_modules/vitest/vitest.mjs', 'run'] as const;
    const project = '--project=node-versions';
    steps.push(
      vitestStep('differences between Node versions', [...vitest, project], {
        env,
      }),
    );
  }
  const totals = await runSteps(steps, 2, console.log);
  console.log(closingLine(totals));
  return totals.failed > 0 ? 1 : 0;
});

function majorsOf(typed: string | undefined): readonly NodeMajor[] {
  if (typed === 'all') return nodeMajors;
  const major = nodeMajors.find((one) => String(one) === typed);
  if (major === undefined) {
    throw new Error(
      `npm run test:node: ${typed === undefined ? 'no Node version' : `Node "${typed}" isn't tested`}. Write: npm run test:node -- 22 (or ${nodeMajors.slice(1).join(', ')}, all)`,
    );
  }
  return [major];
}

function checkStep({ version, env }: ExampleNode): Step {
  return problemsStep(`npm run check on Node ${version}`, async () => {
    const { code, output } = await run('npm', ['run', 'check'], { env });
    return code === 0 ? [] : [output];
  });
}
