import type { Root } from 'mdast';
import { describe, expect, it } from 'vitest';
import { textAttributes } from '../core/page-index.ts';
import { element } from './element.ts';
import { remarkExamples } from './index.ts';

const options = {
  examplesDir: 'examples',
  siteUrl: 'https://docs.example/',
  sizeOf: () => 0,
  uses: () => Promise.resolve([]),
  versions: () => [],
  highlight: (code: string) => code,
};

/** Returns the attributes of a filled `<ExampleStart>`. */
async function started(repositoryUrl?: string) {
  const start = element('ExampleStart', { of: 'chat' });
  const tree: Root = { type: 'root', children: [start] };
  await remarkExamples({ ...options, repositoryUrl })(tree);
  return textAttributes(start);
}

describe('ExampleStart', () => {
  it('has one command that fetches and runs the example', async () => {
    expect((await started()).get('command')).toBe(
      'curl -fsSL https://docs.example/downloads/chat.tar.gz | tar -xz && cd chat && npm install && npm run dev',
    );
  });

  it('clones the repository only if it is known', async () => {
    expect((await started()).has('clone')).toBe(false);
    const repository = 'https://code.example/owner/guide';
    expect((await started(repository)).get('clone')).toBe(
      'git clone https://code.example/owner/guide && cd guide && npm install && npm run example chat',
    );
  });
});
