import { expect, it } from 'vitest';
import { builtFiles, builtPage } from './support/built-page.ts';
import { locales, pagesOf } from './support/site.ts';

// Docusaurus writes options of plugins into its scripts, with the paths that are in them.
it('no file that is published names a folder of the machine', () => {
  const files = builtFiles(/\.(?:css|html|js|json|md|svg|txt|xml)$/);
  expect(files.length).toBeGreaterThan(300);
  const names = files
    .filter(({ text }) => text.includes(process.cwd()))
    .map(({ file }) => file);
  expect(names).toEqual([]);
});

it.each(locales)(
  'in $name every picture says its size, so that nothing moves when it comes',
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
