import type { Root } from 'mdast';

import type { Catalogue, Entry } from '../catalogue/catalogue.ts';
import { isMachine, provenanceOf } from '../catalogue/provenance.ts';
import { type TranslatedRun, translateUnits } from '../page/translate-tree.ts';
import { type Unit, unitsOf } from '../page/units.ts';
import type { Problem } from '../problem.ts';
import type { CharacterRules } from '../style/character-rules.ts';
import { type Marks, markState, messageMarks } from './marks.ts';
import { countShown } from './page-state.ts';
import type { PageTranslation } from './page-translation.ts';

/** A translated page. */
export interface TranslatedPage {
  /** Refused translations. */
  problems: Problem[];
  translation: Pick<PageTranslation, 'share' | 'drafts'>;
}

/** Options of a page's translation. */
export interface PageLanguage {
  catalogue: Catalogue;
  sourceLanguage: string;
  characters: CharacterRules;
  marks: Marks;
  /** Called for each run of text, after it was translated and marked. */
  onTranslated?: ((run: TranslatedRun) => void) | undefined;
}

/**
 * Marks the blocks of an untranslated page as the originals of translated ones.
 *
 * @param tree changed in place
 * @param source the text that the tree was parsed from
 */
export function markOriginals(tree: Root, source: string): void {
  const mark = messageMarks(tree);
  for (const unit of unitsOf(tree, source, 'without code'))
    if (unit.kind === 'inline') mark(unit);
}

/**
 * Translates a page, and marks each block with its state and message.
 *
 * @param tree changed in place
 * @param source the text that the tree was parsed from
 * @returns refused translations and the page's progress
 */
export function translatePage(
  tree: Root,
  source: string,
  { catalogue, sourceLanguage, characters, marks, onTranslated }: PageLanguage,
): TranslatedPage {
  const units = unitsOf(tree, source);
  const isDraft = draftsOf(catalogue);
  // A page of only drafts has one note.
  const marksDraft = [...catalogue.byKey.values()].every(
    (entry) => entry.fuzzy || entry.text === '' || isDraft(entry),
  )
    ? () => false
    : isDraft;
  const mark = messageMarks(tree);
  const problems = translateUnits(tree, units, {
    catalogue,
    sourceLanguage,
    characters,
    onTranslated: (run) => {
      mark(run.unit);
      markState(run, marks, marksDraft);
      onTranslated?.(run);
    },
  });
  return {
    problems,
    translation: countShown(
      catalogue,
      units.flatMap(messagesOf),
      problems,
      characters,
      isDraft,
    ),
  };
}

function messagesOf(unit: Unit) {
  return unit.kind === 'code'
    ? unit.comments.map(({ message }) => message)
    : [unit.message];
}

/** Returns whether an entry is a draft: a machine translation that no person has reviewed. */
function draftsOf({ header }: Catalogue): (entry: Entry) => boolean {
  const isDraft = (
    entry: Pick<Entry, 'translatorComments' | 'fuzzy' | 'text'>,
  ): boolean => {
    const { by, reviewed } = provenanceOf(entry, header.text);
    return isMachine(by) && (reviewed === undefined || isMachine(reviewed));
  };
  // Most messages have no comments, so the header is parsed once.
  const byHeader = isDraft({ translatorComments: [], fuzzy: false, text: '…' });
  return (entry) =>
    entry.translatorComments.length > 0 || entry.fuzzy || entry.text === ''
      ? isDraft(entry)
      : byHeader;
}
