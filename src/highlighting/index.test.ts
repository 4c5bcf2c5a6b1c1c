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
            properties: {
              className: ['language-json'],
              metastring: 'title="a b" source="/a#L1" {1, 3} showLineNumbers=5',
            },
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

it('tokenizes fences and parses their meta', () => {
  const tree = page();
  rehypeHighlight()(tree);
  const [fence, prose] = tree.children;
  expect(fence).toMatchObject({
    children: [
      {
        properties: {
          metastring: '{1,3} showLineNumbers=5',
          title: 'a b',
          source: '/a#L1',
          tokens: '1.punctuation 1.number 1.punctuation',
        },
        children: [{ type: 'text', value: '[1]\n' }],
      },
    ],
  });
  expect(prose).toEqual(page().children[1]);
});
