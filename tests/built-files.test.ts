import { expect, it } from 'vitest';
import { builtFiles, builtPage } from './support/built-page.ts';
import { locales, pagesOf } from './support/site.ts';

// Docusaurus inlines plugin options, including paths in them.
it('no published file contains a path of the machine', () => {
  const files = builtFiles(/\.(?:css|html|js|json|md|svg|txt|xml)$/);
  expect(files.length).toBeGreaterThan(300);
  const names = files
    .filter(({ text }) => text.includes(process.cwd()))
    .map(({ file }) => file);
  expect(names).toEqual([]);
});

it.each(locales)(
  'in $name, images have width and height (no layout shift)',
  (locale) => {
    const pictures = pagesOf(locale).flatMap((path) =>
      builtPage(path)('img').get(),
    );
    expect(pictures.length).toBeGreaterThan(30);
    const unsized = pictures.filter(
      ({ attribs }) => !attribs['width'] || !attribs['height'],
    );
    expect(unsized.map(({ attribs }) => attribs['src'])).toEqual([]);
  },
);
