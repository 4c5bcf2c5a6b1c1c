import { expect, test } from 'vitest';
import type { FinderData } from '../../measured/layouts-finder.ts';
import {
  choiceOf,
  hasChoice,
  queryOf,
  measuredUrls,
  baseUrlVariants,
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

const namesOf = (search: string) => {
  const { layout, file, server } = choiceOf(search, data);
  return [layout.name, file.key, server];
};

test('selects the first options without a choice', () => {
  expect(namesOf('')).toEqual(['api-folder', 'websocket', 'development']);
  expect(hasChoice('?from=here')).toBe(false);
});

test('parses a choice', () => {
  const search = '?layout=based&route=get&server=production';
  expect(namesOf(search)).toEqual(['based', 'get', 'production']);
  expect(hasChoice(search)).toBe(true);
});

test('replaces unknown values by the first option', () => {
  expect(namesOf('?layout=mixed&route=get&server=staging')).toEqual([
    'mixed',
    'websocket',
    'development',
  ]);
});

test('adds a choice and keeps other parameters', () => {
  const choice = choiceOf('?layout=based&route=get', data);
  expect(queryOf('?from=here&layout=mixed', choice)).toBe(
    '?from=here&layout=based&route=get&server=development',
  );
});

test('lists a layout with all base URLs', () => {
  const [apiFolder, mixed, based] = data.layouts;
  if (!apiFolder || !mixed || !based) throw new Error('three layouts');
  expect(baseUrlVariants(based, data)).toEqual([apiFolder, based]);
  expect(baseUrlVariants(apiFolder, data)).toEqual([apiFolder, based]);
  expect(baseUrlVariants(mixed, data)).toEqual([mixed]);
});

test('lists URLs that answer first, without unmeasured ones', () => {
  const urls = (server: 'development' | 'production') =>
    measuredUrls({ file: websocket, server }, data).map(({ url, answer }) => [
      url,
      answer.outcome,
    ]);
  expect(urls('development')).toEqual([
    ['/api/ws/chat', 'answers'],
    ['/ws/chat', 'opens and stays silent'],
  ]);
  expect(urls('production')).toEqual([['/ws/chat', 'answers']]);
});

test('throws without options', () => {
  expect(() => choiceOf('', { answers: [], layouts: [] })).toThrow(
    'The URL finder has no options.',
  );
});
