import { newCatalogue } from './catalogue.ts';
import type { Localized } from './catalogues.ts';
import { printPo } from './po-write.ts';
import {
  headerFields,
  machine,
  type Provenance,
  provenanceOf,
  signed,
  withHeaderField,
} from './provenance.ts';

/**
 * Signs all current messages of a catalogue: in its header, and in a message only where it differs.
 *
 * @param localized - A source in a language.
 * @param signature - Who translated: the messages that a person has signed keep their name. Who has read all of them.
 * @returns The catalogue, and how many messages are signed.
 */
export function signCatalogue(
  localized: Localized,
  signature: Provenance,
): { localized: Localized; messages: number } {
  const { merged } = localized;
  const before = merged.header.text;
  let header = before;
  for (const [name, field] of Object.entries(headerFields)) {
    const value = name === 'by' ? signature.by : signature.reviewed;
    if (value !== undefined) header = withHeaderField(header, field, value);
  }
  let messages = 0;
  const entries = merged.entries.map((entry) => {
    if (entry.obsolete || entry.text === '') return entry;
    const { by, reviewed } = provenanceOf(entry, before);
    if (!entry.fuzzy) messages += 1;
    const translator =
      by === undefined || by === machine ? (signature.by ?? by) : by;
    const reader = entry.fuzzy ? undefined : (signature.reviewed ?? reviewed);
    return signed(entry, header, {
      ...(translator === undefined ? {} : { by: translator }),
      ...(reader === undefined ? {} : { reviewed: reader }),
    });
  });
  const catalogue = newCatalogue(
    merged.file,
    { ...merged.header, text: header },
    entries,
  );
  return {
    localized: { ...localized, merged: catalogue, text: printPo(catalogue) },
    messages,
  };
}
