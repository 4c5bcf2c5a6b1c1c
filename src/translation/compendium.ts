import { type Entry, newCatalogue } from './catalogue.ts';
import type { Localized } from './catalogues.ts';
import { messageKey } from './message.ts';
import { printPo } from './po-write.ts';
import { provenanceOf, signed } from './provenance.ts';
import { currentEntry } from './translate-tree.ts';

/**
 * Fills messages without a translation from other catalogues of the same language, where the same text with the same context is
 * translated and current: the heading or the comment that several pages show is translated once. What two catalogues
 * translate differently stays open.
 *
 * @param localized - All sources in all languages; the merged catalogues and their texts are changed.
 * @returns How many messages were filled, by language.
 */
export function fillFromElsewhere(
  localized: readonly Localized[],
): ReadonlyMap<string, number> {
  const filled = new Map<string, number>();
  const known = new Map<string, Map<string, Entry | undefined>>();
  for (const { locale, merged } of localized) {
    const entries = known.get(locale) ?? new Map<string, Entry | undefined>();
    known.set(locale, entries);
    for (const [key, entry] of merged.byKey) {
      if (currentEntry(merged, entry) === undefined) continue;
      const own = signed(entry, '', provenanceOf(entry, merged.header.text));
      const other = entries.get(key);
      const differs = entries.has(key) && other?.text !== entry.text;
      entries.set(key, differs ? undefined : (other ?? own));
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
