import { isDeepStrictEqual } from 'node:util';
import type { Variant } from '../../layouts/variant';
import type { Answers } from './measure';
import type { Observation } from './outcome';
import { formOf } from './questions';
import type { Mode } from './running-app';

type Measured = Readonly<Record<Mode, Answers>>;

/** Returns the evidence of a layout: its settings, a summary of its routes, and all results. */
export function layoutEvidence(variant: Variant, measured: Measured): object {
  const { about, options = {}, viteBase, env = {} } = variant;
  return {
    kind: 'layout',
    about,
    options,
    ...(viteBase === undefined ? {} : { vite: { base: viteBase } }),
    env,
    files: mapValues(variant.files, ({ file }) => file),
    served: mapValues(variant.files, ({ protocol }, name) => ({
      protocol,
      development: served(measured, 'development', name),
      production: served(measured, 'production', name),
    })),
    forms: {
      development: forms(measured.development),
      production: forms(measured.production),
    },
    development: plain(measured.development),
    production: plain(measured.production),
  };
}

/** Returns the URLs of a route; first the one that works on both servers. */
function served(measured: Measured, mode: Mode, name: string) {
  const having = (where: Mode, outcome: Observation['outcome']) =>
    Object.entries(measured[where][name])
      .filter(([, answers]) => answers.plain.outcome === outcome)
      .map(([url]) => url);
  const other = having(
    mode === 'development' ? 'production' : 'development',
    'answers',
  );
  const urls = having(mode, 'answers').toSorted(
    (a, b) => Number(other.includes(b)) - Number(other.includes(a)),
  );
  const silent = having(mode, 'opens and stays silent');
  const url = urls.at(0);
  return {
    count: urls.length,
    ...(url === undefined ? {} : { url }),
    urls,
    ...(silent.length === 0 ? {} : { silent }),
  };
}

/** Returns exceptions to the rule that a trailing slash and a query make no difference. */
function forms(answers: Answers) {
  const differing = (form: 'trailingSlash' | 'query') => {
    const exceptions = Object.fromEntries(
      Object.entries(answers).flatMap(([name, urls]) =>
        Object.entries(urls)
          .filter(
            ([, answer]) =>
              !isDeepStrictEqual(kind(answer.plain), kind(answer[form])),
          )
          .map(([url, answer]) => [
            `${name} ${formOf(url, form)}`,
            answer[form],
          ]),
      ),
    );
    return {
      same: Object.keys(exceptions).length === 0,
      ...(Object.keys(exceptions).length === 0 ? {} : { exceptions }),
    };
  };
  return {
    trailingSlash: differing('trailingSlash'),
    query: differing('query'),
  };
}

/** Removes the URL from an observation, since it has the same form. */
function kind({ leadsTo, ...rest }: Observation): object {
  return { ...rest, location: null, leadsTo: leadsTo && kind(leadsTo) };
}

/** Formats the result of each request at each URL. */
export function plain(answers: Answers) {
  return mapValues(answers, (urls) =>
    mapValues(urls, (answer) => answer.plain),
  );
}

function mapValues<T, R>(
  record: Readonly<Record<string, T>>,
  map: (value: T, key: string) => R,
): Record<string, R> {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, map(value, key)]),
  );
}
