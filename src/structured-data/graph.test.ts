import { expect, it } from 'vitest';
import {
  type DescribedPage,
  type DescribedSite,
  graphOf,
  dataBlock,
  pictureTags,
  withTags,
} from './graph.ts';

const site: DescribedSite = {
  name: 'Guide',
  description: 'All of it',
  origin: 'https://example.org',
  baseUrl: '/base/de/',
  language: 'de',
};
const page: DescribedPage = {
  permalink: '/base/de/sockets',
  title: 'Sockets',
  description: 'How they open',
  categories: ['Examples'],
  image: { path: '/base/de/cards/sockets.png', width: 12, height: 6 },
  original: '/base/sockets',
  changed: Date.UTC(2026, 1, 3),
};

it('describes a page and its breadcrumbs', () => {
  const root = 'https://example.org/base/de/';
  expect(graphOf(page, site)).toEqual({
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'TechArticle',
        '@id': `${root}sockets#article`,
        url: `${root}sockets`,
        headline: 'Sockets',
        description: 'How they open',
        inLanguage: 'de',
        isPartOf: {
          '@type': 'WebSite',
          '@id': `${root}#site`,
          url: root,
          name: 'Guide',
          inLanguage: 'de',
        },
        articleSection: 'Examples',
        image: `${root}cards/sockets.png`,
        dateModified: '2026-02-03T00:00:00.000Z',
        translationOfWork: {
          '@id': 'https://example.org/base/sockets#article',
        },
      },
      {
        '@type': 'BreadcrumbList',
        itemListElement: [
          { '@type': 'ListItem', position: 1, name: 'Guide', item: root },
          {
            '@type': 'ListItem',
            position: 2,
            name: 'Sockets',
            item: `${root}sockets`,
          },
        ],
      },
    ],
  });
});

it('describes the root as the site', () => {
  expect(graphOf({ ...page, permalink: site.baseUrl }, site)).toMatchObject({
    '@graph': [{ '@type': 'WebSite', description: 'All of it' }],
  });
});

it('escapes data in a script element', () => {
  const data = { name: '</script><b>$&' };
  const html = withTags('<head><title>a</title></head><body>', dataBlock(data));
  const [, json = ''] =
    /<script type="application\/ld\+json">(.*?)<\/script><\/head><body>$/.exec(
      html,
    ) ?? [];
  expect(JSON.parse(json)).toEqual(data);
});

it('names the preview image of a page', () => {
  const url = 'https://example.org/a.png';
  expect(
    pictureTags(
      { ...page, title: '"A" & <b>' },
      { path: '/a.png', width: 12, height: 6 },
      site.origin,
    ),
  ).toBe(
    [
      `<meta property="og:image" content="${url}">`,
      '<meta property="og:image:width" content="12">',
      '<meta property="og:image:height" content="6">',
      '<meta property="og:image:alt" content="&quot;A&quot; &amp; &lt;b>">',
      `<meta name="twitter:image" content="${url}">`,
    ].join(''),
  );
});

it('fails for a page without a head', () => {
  expect(() => withTags('<p>', '')).toThrow('has no </head>');
});
