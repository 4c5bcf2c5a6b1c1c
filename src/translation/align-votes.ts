import type { Block } from './page-blocks.ts';

/** A heading with what stands beneath it, up to the next heading. */
export interface Section {
  /** Undefined for what stands above the first heading. */
  heading?: Block;
  blocks: Block[];
}

/** How much speaks for two sections being the same. */
export class Votes {
  readonly #forwards = new Map<Section, Map<Section, number>>();
  readonly #backwards = new Map<Section, Map<Section, number>>();

  add(ours: Section, theirs: Section, weight: number): void {
    for (const [map, from, to] of [
      [this.#forwards, ours, theirs],
      [this.#backwards, theirs, ours],
    ] as const) {
      const row = map.get(from) ?? new Map<Section, number>();
      row.set(to, (row.get(to) ?? 0) + weight);
      map.set(from, row);
    }
  }

  from(ours: Section): ReadonlyMap<Section, number> {
    return this.#forwards.get(ours) ?? new Map();
  }

  to(theirs: Section): ReadonlyMap<Section, number> {
    return this.#backwards.get(theirs) ?? new Map();
  }
}

/** What a single code span says may be chance; code, an id and the words of a heading are none. */
export const strong = 2;

/**
 * Finds what stands in one section only, on both sides.
 *
 * @param ours - The sections of the page.
 * @param theirs - Those of the translation.
 * @returns What speaks for each pair.
 */
export function votesOf(
  ours: readonly Section[],
  theirs: readonly Section[],
): Votes {
  const votes = new Votes();
  const others = anchorsOf(theirs);
  for (const [name, { section, weight }] of anchorsOf(ours)) {
    const other = others.get(name)?.section;
    if (section !== undefined && other !== undefined)
      votes.add(section, other, weight);
  }
  return votes;
}

/** What stands in one section only; undefined for what stands in several. */
function anchorsOf(
  sections: readonly Section[],
): Map<string, { section: Section | undefined; weight: number }> {
  const found = new Map<
    string,
    { section: Section | undefined; weight: number }
  >();
  for (const section of sections)
    for (const [name, weight] of namesIn(section))
      found.set(name, {
        section: found.has(name) ? undefined : section,
        weight,
      });
  return found;
}

/**
 * Lists what a section says in every language.
 *
 * @param section - The section.
 * @returns Names of its code, ids, links and code spans, each with how much it speaks for a pair.
 */
export function namesIn({ heading, blocks }: Section): Map<string, number> {
  const names = new Map<string, number>();
  for (const block of heading === undefined ? blocks : [heading, ...blocks]) {
    const weight = block.code !== undefined || block === heading ? strong : 1;
    for (const anchor of block.anchors)
      if (anchor !== '')
        names.set(
          `${block.code === undefined ? block.kind : 'code'} ${anchor}`,
          weight,
        );
  }
  return names;
}
