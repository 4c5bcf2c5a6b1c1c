import { nearest } from '../nearest.ts';

/** Packages that are raised together. */
export interface Family {
  /** What is typed behind `npm run upgrade --`. */
  readonly name: string;
  /** Whether a package belongs to it. */
  readonly has: (packageName: string) => boolean;
  /** Whether its packages refuse each other in different versions. */
  readonly sameVersion: boolean;
  /** Whether all examples need one version: Analog lies beside one copy, and would mix it with the other. */
  readonly inAllExamples: boolean;
}

const families: readonly Family[] = [
  ...['analog', 'angular', 'docusaurus'].map((name) => {
    const scope = name === 'analog' ? '@analogjs/' : `@${name}/`;
    return {
      name,
      has: (one: string) => one.startsWith(scope),
      sameVersion: name !== 'analog',
      inAllExamples: name === 'angular',
    };
  }),
  ...['h3', 'crossws', 'nitropack'].map((name) => ({
    name,
    has: (one: string) => one === name,
    sameVersion: true,
    inAllExamples: false,
  })),
];

/**
 * The packages that a word of the command line means.
 *
 * @param typed `analog`, `angular`, `docusaurus`, `h3`, `crossws` or `nitropack`
 * @returns the family
 * @throws for another word, or none
 */
export function familyOf(typed: string | undefined): Family {
  const names = families.map(({ name }) => name);
  const found = families.find(({ name }) => name === typed);
  if (found) return found;
  const meant =
    typed === undefined
      ? 'No package named'
      : `No packages "${typed}"; did you mean "${nearest(typed, names)}"`;
  throw new Error(
    `${meant}${typed === undefined ? '.' : '?'} There is ${names.join(', ')}. Write npm run upgrade -- analog, or npm run upgrade -- analog 2.7.5`,
  );
}

/**
 * Refuses to raise packages in some examples which have to be the same in all.
 *
 * @param family what is to be raised
 * @param chosen the examples that were named, if any were
 * @throws when it is Angular and examples were named
 */
export function requireAllExamples(
  { name, inAllExamples }: Family,
  chosen: string | undefined,
): void {
  if (chosen === undefined || !inAllExamples) return;
  throw new Error(
    `--examples ${chosen}: ${name} has to be one version in all examples, since Analog's packages find one copy only. Write npm run upgrade -- ${name}, without --examples.`,
  );
}
