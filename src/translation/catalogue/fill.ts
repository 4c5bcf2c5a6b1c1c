import { type Entry, messageKey, newCatalogue } from './catalogue.ts';
import type { Localized } from './site.ts';
import { printPo } from './po.ts';
import { provenanceOf, signed } from './provenance.ts';
import { currentEntry } from '../page/translate-tree.ts';

/**
 * Fills untranslated messages from other catalogues of the same language with a current translation of the same text and context,
 * such as a heading on several pages. If catalogues have different translations, the message stays untranslated.
 *
 * @param localized all sources in all languages; merged catalogues and their texts are changed
 * @returns the number of filled messages by language
 */
export function fillFromOtherPages(
  localized: readonly Localized[],
): ReadonlyMap<string, number> {
  const filled = new Map<string, number>();
  const known = new Map<string, Map<string, Entry | undefined>>();
  for (const { locale, merged } of localized) {
    const entries = known.get(locale) ?? new Map<string, Entry | undefined>();
    known.set(locale, entries);
    for (const [key, entry] of merged.byKey) {
      if (currentEntry(merged, entry) === undefined) continue;
      const copy = signed(entry, '', provenanceOf(entry, merged.header.text));
      const other = entries.get(key);
      const differs = entries.has(key) && other?.text !== entry.text;
      entries.set(key, differs ? undefined : (other ?? copy));
    }
  }
  for (const one of localized) {
    const { locale, merged } = one;
    let count = 0;
    const entries = merged.entries.map((entry) => {
      const same = known.get(locale)?.get(messageKey(entry.context, entry.id));
      if (entry.text !== '' || entry.obsolete || same === undefined)
        return entry;
      count += 1;
      return signed(
        {
          ...entry,
          text: same.text,
          translatorComments: same.translatorComments,
        },
        merged.header.text,
        provenanceOf(same, ''),
      );
    });
    if (count === 0) continue;
    filled.set(locale, (filled.get(locale) ?? 0) + count);
    one.merged = newCatalogue(merged.file, merged.header, entries);
    one.text = printPo(one.merged);
  }
  return filled;
}
