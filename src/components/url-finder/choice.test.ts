import { expect, test } from 'vitest';
import type { FinderData } from '../../evidence/layouts-finder.ts';
import {
  choiceOf,
  holdsChoice,
  searchOf,
  seenUrls,
  withEachBase,
} from './choice.ts';

const websocket = {
  key: 'websocket',
  path: 'src/server/routes/api/ws/chat.ts',
  protocol: 'websocket',
  urls: [
    ['/ws/chat', 1, 0],
    ['/api/ws/chat', 0, -1],
  ],
} as const;
const get = {
  key: 'get',
  path: 'src/server/routes/api/hello.get.ts',
  protocol: 'get',
  urls: [],
} as const;
const data: FinderData = {
  answers: [{ outcome: 'answers' }, { outcome: 'opens and stays silent' }],
  layouts: [
    {
      name: 'api-folder',
      about: '',
      settings: [],
      withoutBase: 'api-folder',
      files: [websocket, get],
    },
    {
      name: 'mixed',
      about: '',
      settings: [],
      withoutBase: 'mixed',
      files: [websocket],
    },
    {
      name: 'based',
      about: '',
      settings: [],
      withoutBase: 'api-folder',
      files: [websocket, get],
    },
  ],
};

const named = (search: string) => {
  const { layout, file, server } = choiceOf(search, data);
  return [layout.name, file.key, server];
};

test('an address without a choice holds the first of each', () => {
  expect(named('')).toEqual(['api-folder', 'websocket', 'development']);
  expect(holdsChoice('?from=here')).toBe(false);
});

test('an address holds a choice', () => {
  const search = '?layout=based&route=get&server=production';
  expect(named(search)).toEqual(['based', 'get', 'production']);
  expect(holdsChoice(search)).toBe(true);
});

test('what there is not falls back to the first', () => {
  expect(named('?layout=mixed&route=get&server=staging')).toEqual([
    'mixed',
    'websocket',
    'development',
  ]);
});

test('a choice is written into an address and leaves the rest of it', () => {
  const choice = choiceOf('?layout=based&route=get', data);
  expect(searchOf('?from=here&layout=mixed', choice)).toBe(
    '?from=here&layout=based&route=get&server=development',
  );
});

test('a layout is offered with each base URL, from any of them', () => {
  const [apiFolder, mixed, based] = data.layouts;
  if (!apiFolder || !mixed || !based) throw new Error('three layouts');
  expect(withEachBase(based, data)).toEqual([apiFolder, based]);
  expect(withEachBase(apiFolder, data)).toEqual([apiFolder, based]);
  expect(withEachBase(mixed, data)).toEqual([mixed]);
});

test('the URLs that answer come first, those that were not asked not at all', () => {
  const urls = (server: 'development' | 'production') =>
    seenUrls({ file: websocket, server }, data).map(({ url, answer }) => [
      url,
      answer.outcome,
    ]);
  expect(urls('development')).toEqual([
    ['/api/ws/chat', 'answers'],
    ['/ws/chat', 'opens and stays silent'],
  ]);
  expect(urls('production')).toEqual([['/ws/chat', 'answers']]);
});

test('nothing to choose from is an error', () => {
  expect(() => choiceOf('', { answers: [], layouts: [] })).toThrow(
    'The URL finder has nothing to choose from.',
  );
});
