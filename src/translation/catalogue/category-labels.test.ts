import { expect, it } from 'vitest';
import { sidebarMessages } from './category-labels.ts';

it('lists the labels of nested categories', () => {
  const sidebars = {
    guide: [
      'introduction',
      {
        type: 'category',
        label: 'Recipes',
        items: [
          { type: 'category', label: 'Production', key: 'prod', items: ['a'] },
        ],
      },
      { type: 'link', label: 'Elsewhere', href: '/' },
    ],
  };
  expect(
    sidebarMessages(sidebars).map(({ context, id }) => [context, id]),
  ).toEqual([
    ['sidebar.category.Recipes', 'Recipes'],
    ['sidebar.category.prod', 'Production'],
  ]);
});
