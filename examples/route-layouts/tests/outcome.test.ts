import { describe, expect, test } from 'vitest';
import { type HttpAnswer, observe } from './support/outcome';

const page: HttpAnswer = {
  status: 200,
  contentType: 'text/html',
  body: '<body><app-root></app-root></body>',
};

describe('distinguishes a response from', () => {
  test.each<[string, Partial<HttpAnswer>, string, string]>([
    [
      'that of another route',
      { body: '{"handler":"get"}' },
      'post',
      'answers as another route',
    ],
    [
      'a stream without its content type',
      { body: 'data: stream\n\n' },
      'stream',
      'streams without its content type',
    ],
    ['a page', page, 'get', 'page HTML'],
    ['an empty 404', { status: 404, body: '' }, 'get', 'not found'],
    [
      'a refused method',
      { status: 405, body: '{}' },
      'get',
      'method not allowed',
    ],
    ['a socket route', { status: 426, body: '{}' }, 'get', 'upgrade required'],
    ['a failure', { status: 500, body: '{}' }, 'get', 'fails'],
    [
      'a redirect',
      { status: 302, location: '/base/', body: '' },
      'get',
      'redirects',
    ],
  ])('%s', (_, answer, handler, outcome) => {
    expect(
      observe({ status: 200, body: '', ...answer }, handler),
    ).toMatchObject({ outcome });
  });
});

test('a stream with its content type is a response', () => {
  const answer = {
    status: 200,
    contentType: 'text/event-stream',
    body: 'data: stream\n\n',
  };
  expect(observe(answer, 'stream').outcome).toBe('answers');
});

test('unknown results are errors', () => {
  expect(() => observe({ status: 200, body: 'Hello' }, 'get')).toThrow(
    'There is no name for 200 with Hello',
  );
});
