import { expect, it } from 'vitest';
import { excerptOf } from './excerpt.ts';
import { type Fragment, wordsOf } from './fragment.ts';
import { scoreOf, similarity } from './ranking.ts';

interface Parts {
  readonly text?: string;
  readonly heading?: string;
  readonly keywords?: string;
  readonly context?: string;
}

function fragmentOf({
  text = '',
  heading = 'Title',
  keywords = '',
  context = '',
}: Parts): Fragment {
  const parts = [text, heading, keywords, context].map(
    (part) => part.match(/\S+/g) ?? [],
  );
  const anchors = ['heading', 'keywords', 'context'].map((name, index) => ({
    id: `search-${name}`,
    location: parts.slice(0, index + 1).flat().length,
  }));
  return {
    url: '/page#section',
    raw_content: parts.flat().join(' '),
    meta: { title: heading, page: 'Page' },
    anchors,
  };
}

function score(query: string, parts: Parts): number {
  const fragment = fragmentOf(parts);
  const words = wordsOf(fragment);
  const matches = query.split(' ').map((term) => ({
    term,
    rarity: 1,
    words: words.flatMap((word, at) => (word === term ? [at] : [])),
  }));
  return scoreOf(fragment, words, matches);
}

it.each<[string, string, Parts, Parts]>([
  [
    'a heading to frequent words',
    'jitter',
    { heading: 'backoff and jitter' },
    { text: 'jitter jitter jitter jitter' },
  ],
  [
    'a heading that is the query',
    'nginx',
    { heading: 'nginx' },
    { heading: 'nginx and more' },
  ],
  [
    'keywords to the title of the page',
    'csrf',
    { keywords: 'csrf' },
    { context: 'csrf' },
  ],
  [
    'all words of the query to one in the heading',
    'load balancer',
    { text: 'a load balancer' },
    { heading: 'load benchmark' },
  ],
  [
    'a phrase to separate words',
    'invalid frame',
    { text: 'an invalid frame header' },
    { text: 'a frame is invalid' },
  ],
])('prefers %s', (_preference, query, better, worse) => {
  expect(score(query, better)).toBeGreaterThan(score(query, worse));
});

it.each([
  { word: 'Reconnects,', term: 'reconnect', expected: 0.9 },
  { word: 'Räume', term: 'raume', expected: 1 },
  { word: 'src/server/api', term: 'server', expected: 1 },
  { word: 'EventSource', term: 'source', expected: 0.5 },
  { word: 'reverse', term: 'restart', expected: 0 },
])('compares $word with $term', ({ word, term, expected }) => {
  expect(similarity(word, term)).toBe(expected);
});

it('shows the words around most matches, without the heading', () => {
  const filler = 'word '.repeat(40).trim();
  const text = `match ${filler} first match second match ${filler}`;
  const fragment = fragmentOf({ text, heading: 'match' });
  const words = wordsOf(fragment);
  const matched = new Set(
    words.flatMap((word, at) => (word === 'match' ? [at] : [])),
  );
  const excerpt = excerptOf(fragment, words, matched);
  expect(excerpt).toMatch(
    /^word word word first <mark>match<\/mark> second <mark>match<\/mark> word/,
  );
  expect(excerpt.split(' ')).toHaveLength(24);
});
