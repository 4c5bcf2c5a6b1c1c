import type { MeasuredLabel } from './labels.ts';
import type { Answer, Layout, Protocol } from './layouts-record.ts';

/** A URL with what the development and the production server answer there, as places in `answers`; -1 if it was not asked. */
export type AskedUrl = readonly [
  url: string,
  development: number,
  production: number,
];

/** A route file and all URLs at which it was looked for. */
export interface FinderFile {
  readonly key: string;
  readonly path: string;
  readonly protocol: Protocol;
  readonly urls: readonly AskedUrl[];
}

/** A layout as the URL finder offers it. */
export interface FinderLayout {
  readonly name: string;
  /** What it is, in the language of the page. */
  readonly about: string;
  readonly settings: readonly string[];
  /** The same layout without a base URL; its own name if it has none. */
  readonly withoutBase: string;
  readonly files: readonly FinderFile[];
}

/** All that the URL finder knows. Answers repeat often, so each is there once. */
export interface FinderData {
  readonly answers: readonly Answer[];
  readonly layouts: readonly FinderLayout[];
}

/**
 * What the URL finder needs of the measured layouts.
 *
 * @param layouts in the order in which they are offered
 * @param label the words of the page's language
 * @returns it, as small as it can be sent with a page
 */
export function finderData(
  layouts: readonly Layout[],
  label: MeasuredLabel,
): FinderData {
  const answers = new Map<string, { place: number; answer: Answer }>();
  const placeOf = (answer: Answer | undefined): number => {
    if (!answer) return -1;
    const key = JSON.stringify(answer);
    const known = answers.get(key) ?? { place: answers.size, answer };
    answers.set(key, known);
    return known.place;
  };
  const offered = layouts.map(
    ({ name, about, settings, withoutBase, files }): FinderLayout => ({
      name,
      about: label(`layouts.${name}`, about),
      settings,
      withoutBase,
      files: files.map(({ key, path, protocol, development, production }) => ({
        key,
        path,
        protocol,
        urls: [...new Set([...development.keys(), ...production.keys()])].map(
          (url): AskedUrl => [
            url,
            placeOf(development.get(url)),
            placeOf(production.get(url)),
          ],
        ),
      })),
    }),
  );
  return {
    answers: [...answers.values()].map(({ answer }) => answer),
    layouts: offered,
  };
}
