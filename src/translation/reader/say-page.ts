import type { Root } from 'mdast';

import type { Catalogue, Entry } from '../catalogue.ts';
import type { Problem } from '../problem.ts';
import { machine, provenanceOf } from '../provenance.ts';
import { type Said, translateUnits } from '../translate-tree.ts';
import { type Unit, unitsOf } from '../units.ts';
import { messageMarks } from './message-marks.ts';
import { countShown } from './page-state.ts';
import type { PageTranslation } from './page-translation.ts';
import { type Marks, markState } from './state-marks.ts';

/** A page in a language, as readers get it. */
export interface SaidPage {
  /** The translations that were refused, and why. */
  problems: Problem[];
  translation: Pick<PageTranslation, 'share' | 'drafts'>;
}

/** How a page is to be said. */
export interface PageSpeech {
  catalogue: Catalogue;
  sourceLanguage: string;
  marks: Marks;
  /** Told of every run of text, after it was said and marked. */
  onSaid?: ((said: Said) => void) | undefined;
}

/**
 * Marks the blocks of a page that is not translated, so that they are found as the originals of translated ones.
 *
 * @param tree - The page; changed in place.
 * @param source - The text that the tree was parsed from.
 */
export function markOriginals(tree: Root, source: string): void {
  const mark = messageMarks(tree);
  for (const unit of unitsOf(tree, source, 'without code'))
    if (unit.kind === 'inline') mark(unit);
}

/**
 * Says a page in another language, and tells its readers what they see: each block its state and its message.
 *
 * @param tree - The page; changed in place.
 * @param source - The text that the tree was parsed from.
 * @param speech - The language.
 * @returns What was refused, and how far the page is.
 */
export function sayPage(
  tree: Root,
  source: string,
  { catalogue, sourceLanguage, marks, onSaid }: PageSpeech,
): SaidPage {
  const units = unitsOf(tree, source);
  const isDraft = draftsOf(catalogue);
  // Where all of it is a draft, the page says so once.
  const marksDraft = [...catalogue.byKey.values()].every(
    (entry) => entry.fuzzy || entry.text === '' || isDraft(entry),
  )
    ? () => false
    : isDraft;
  const mark = messageMarks(tree);
  const problems = translateUnits(tree, units, {
    catalogue,
    sourceLanguage,
    onSaid: (said) => {
      mark(said.unit);
      markState(said, marks, marksDraft);
      onSaid?.(said);
    },
  });
  return {
    problems,
    translation: countShown(
      catalogue,
      units.flatMap(messagesOf),
      problems,
      isDraft,
    ),
  };
}

function messagesOf(unit: Unit) {
  return unit.kind === 'code'
    ? unit.comments.map(({ message }) => message)
    : [unit.message];
}

/** What a machine has made counts as a draft until a person has read it. */
function draftsOf({ header }: Catalogue): (entry: Entry) => boolean {
  const isDraft = (
    entry: Pick<Entry, 'translatorComments' | 'fuzzy' | 'text'>,
  ): boolean => {
    const { by, reviewed } = provenanceOf(entry, header.text);
    return by === machine && (reviewed === undefined || reviewed === machine);
  };
  // Most messages have no comments of their own, so that the header is read once for them.
  const byHeader = isDraft({ translatorComments: [], fuzzy: false, text: '…' });
  return (entry) =>
    entry.translatorComments.length > 0 || entry.fuzzy || entry.text === ''
      ? isDraft(entry)
      : byHeader;
}
