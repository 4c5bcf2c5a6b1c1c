import type { Root } from 'hast';
import { expect, it } from 'vitest';
import { rehypeHighlight } from './index.ts';

function page(): Root {
  return {
    type: 'root',
    children: [
      {
        type: 'element',
        tagName: 'pre',
        properties: {},
        children: [
          {
            type: 'element',
            tagName: 'code',
            properties: { className: ['language-json'], metastring: '{1}' },
            children: [{ type: 'text', value: '[1]\n' }],
          },
        ],
      },
      {
        type: 'element',
        tagName: 'p',
        properties: {},
        children: [
          {
            type: 'element',
            tagName: 'code',
            properties: {},
            children: [{ type: 'text', value: '[1]' }],
          },
        ],
      },
    ],
  };
}

it('highlights fences, and nothing else', () => {
  const tree = page();
  rehypeHighlight()(tree);
  const [fence, prose] = tree.children;
  expect(fence).toMatchObject({
    children: [
      {
        properties: {
          metastring: '{1}',
          highlighted:
            '<span class="token punctuation">[</span><span class="token number">1</span><span class="token punctuation">]</span>',
        },
        children: [],
      },
    ],
  });
  expect(prose).toEqual(page().children[1]);
});
