import { expect, it } from 'vitest';
import {
  notFoundCode,
  notFoundMap,
  notFoundRedirects,
  withNotFoundScript,
} from './not-found.ts';

const prefixes = ['', 'de/', 'zh/'];

it('lists the longest path first for Netlify', () => {
  expect(notFoundRedirects({ baseUrl: '/guide/', prefixes })).toBe(
    [
      '/guide/de/*  /guide/de/404.html  404',
      '/guide/zh/*  /guide/zh/404.html  404',
      '/guide/*  /guide/404.html  404',
      '',
    ].join('\n'),
  );
});

it('formats a variable for nginx', () => {
  expect(notFoundMap({ baseUrl: '/', prefixes })).toBe(
    [
      'map $uri $not_found_page {',
      '  default "/404.html";',
      '  "~^/de/" "/de/404.html";',
      '  "~^/zh/" "/zh/404.html";',
      '}',
      '',
    ].join('\n'),
  );
});

it('writes a script with the roots of the translated sites for other hosts', () => {
  expect(notFoundCode({ baseUrl: '/guide/', prefixes })).toContain(
    '["/guide/de/","/guide/zh/"]',
  );
  expect(
    withNotFoundScript('<head><meta charset=UTF-8><title>', '/guide/'),
  ).toBe(
    '<head><meta charset=UTF-8><script src="/guide/not-found.js"></script><title>',
  );
  expect(() => withNotFoundScript('<p>', '/')).toThrow('has no <meta charset>');
});
