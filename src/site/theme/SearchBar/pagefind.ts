import { excerptOf } from './excerpt.ts';
import { type Fragment, wordsOf } from './fragment.ts';
import { isChinese, type Match, scoreOf, similarity } from './ranking.ts';

/** A search result: a page or a section. */
export interface Hit {
  readonly url: string;
  /** Heading of the section, or title of the page. */
  readonly title: string;
  /** Title of the page, if the result is a section. */
  readonly page: string | undefined;
  /** HTML with `<mark>` around matches. */
  readonly excerpt: string;
}

/** Searches the pages of one language. */
export type Search = (query: string) => Promise<Hit[]>;

interface Result {
  readonly id: string;
  readonly score: number;
  /** Positions of the words found. */
  readonly words: readonly number[];
  readonly data: () => Promise<Fragment>;
}

interface Results {
  readonly results: readonly Result[];
}

interface Pagefind {
  options(options: { baseUrl: string }): Promise<void>;
  /** Without a query, returns all records. */
  search(query: string | null): Promise<Results>;
}

interface Candidate {
  readonly data: Result['data'];
  readonly score: number;
  readonly matches: readonly Match[];
}

/** Records that are loaded and ranked. */
const candidates = 24;
const hitsShown = 12;
const hitsPerPage = 3;
/** Hits with a lower part of the best score aren't shown. */
const lowestScore = 0.05;

let attempts = 0;

/**
 * Loads Pagefind from the built site.
 *
 * @param root base URL of the default locale
 * @throws on a development server, which has no index
 */
export async function loadSearch(root: string): Promise<Search> {
  // Chromium doesn't fetch a module again that it once failed to fetch.
  const retry = attempts === 0 ? '' : `?retry=${attempts}`;
  attempts += 1;
  const engine = (await import(
    /* webpackIgnore: true */ `${root}pagefind/pagefind.js${retry}`
  )) as Pagefind;
  await engine.options({ baseUrl: root });
  const records = (await engine.search(null)).results.length;
  return async (query) => {
    const terms = termsOf(query);
    const found = await Promise.all(
      terms.map((term) => searchTerm(engine, term)),
    );
    const best = merge(terms, found, records)
      .toSorted((a, b) => b.score - a.score)
      .slice(0, candidates);
    const hits = await Promise.all(best.map(rank));
    return shown(hits.toSorted((a, b) => b.score - a.score));
  };
}

/** Splits a query into words, and Chinese words into pairs of characters: word segmentation depends on the sentence. */
function termsOf(query: string): string[] {
  const words = query.match(
    /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}_])+/gu,
  );
  const terms = (words ?? []).flatMap((word) =>
    isChinese(word) ? pairsOf(Array.from(word)) : [word],
  );
  return [...new Set(terms)];
}

function pairsOf(characters: readonly string[]): string[] {
  return characters.length === 1
    ? [...characters]
    : characters.slice(1).map((next, index) => `${characters[index]}${next}`);
}

/**
 * Searches one term, since Pagefind finds only records that contain all terms. The characters of a Chinese term have to be adjacent; a
 * search for adjacent characters returns only one of their positions.
 */
async function searchTerm(engine: Pagefind, term: string): Promise<Results> {
  if (!isChinese(term)) return engine.search(term);
  const characters = Array.from(term).join(' ');
  const [all, adjacent] = await Promise.all([
    engine.search(characters),
    engine.search(`"${characters}"`),
  ]);
  const ids = new Set(adjacent.results.map(({ id }) => id));
  return { results: all.results.filter(({ id }) => ids.has(id)) };
}

/** Joins the results of all terms by record. */
function merge(
  terms: readonly string[],
  found: readonly Results[],
  records: number,
): Candidate[] {
  const none = terms.map((term, index): Match => {
    const count = found[index]?.results.length ?? 0;
    return { term, rarity: Math.log(1 + records / (1 + count)), words: [] };
  });
  const merged = new Map<string, Candidate>();
  for (const [index, { results }] of found.entries()) {
    for (const { id, score, words, data } of results) {
      const known = merged.get(id) ?? { data, score: 0, matches: none };
      merged.set(id, {
        data,
        score: known.score + score,
        matches: known.matches.map((match, at) =>
          at === index ? { ...match, words } : match,
        ),
      });
    }
  }
  return [...merged.values()];
}

interface RankedHit extends Hit {
  readonly score: number;
}

async function rank({ data, matches }: Candidate): Promise<RankedHit> {
  const fragment = await data();
  const words = wordsOf(fragment);
  const verified = matches.map((match) => verify(match, words));
  const { title = fragment.url, page } = fragment.meta;
  const matched = new Set(verified.flatMap(({ words: at }) => at));
  return {
    url: fragment.url,
    title: plain(title),
    page: page === undefined ? undefined : plain(page),
    excerpt: excerptOf(fragment, words, matched),
    score: scoreOf(fragment, words, verified),
  };
}

/** Drops words that only share their first letters with the term, and Chinese characters that aren't adjacent. */
function verify(match: Match, words: readonly string[]): Match {
  const characters = Array.from(match.term);
  const isAt = (position: number) =>
    characters.every((character, index) =>
      words[position + index]?.startsWith(character),
    );
  return {
    ...match,
    words: isChinese(match.term)
      ? match.words.filter((at) => isAt(at) || isAt(at - 1))
      : match.words.filter((at) => similarity(words[at] ?? '', match.term) > 0),
  };
}

/** Returns the hits to show: a few of each page, and none that is far worse than the best. */
function shown(hits: readonly RankedHit[]): Hit[] {
  const lowest = lowestScore * (hits[0]?.score ?? 0);
  const shownOf = new Map<string, number>();
  return hits
    .filter(({ url, score }) => {
      const page = url.replace(/#.*/, '');
      const before = shownOf.get(page) ?? 0;
      shownOf.set(page, before + 1);
      return score > lowest && before < hitsPerPage;
    })
    .slice(0, hitsShown);
}

/** Removes the zero-width spaces that the index contains between Chinese characters. */
function plain(text: string): string {
  return text.replaceAll('\u200b', '');
}
