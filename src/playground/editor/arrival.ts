import { readFragment, type Refusal, type Texts } from './shared-link.ts';

/** Code that came with the address of the page, or why it is refused. */
export type Arrival = { readonly texts: Texts } | { readonly refusal: Refusal };

/**
 * Reads the code in an address for one of the playgrounds of a page. It is only read: the editor shows it, and a reader runs it.
 *
 * @param fragment of the address
 * @param of the handler of this playground, from `examples/`
 * @returns undefined when another playground of the page is meant; what is meant for none is the first one's to refuse
 */
export async function arrivalFor(
  fragment: string,
  of: string,
): Promise<Arrival | undefined> {
  const read = await readFragment(fragment);
  const all = [
    ...document.querySelectorAll<HTMLElement>('[data-playground]'),
  ].map(({ dataset }) => dataset['playground']);
  // A link names its handler first.
  const named = typeof read === 'string' ? [] : [...read.keys()];
  const meant = named.find((one) => all.includes(one)) ?? all[0];
  if (meant !== of) return undefined;
  return typeof read === 'string' ? { refusal: read } : { texts: read };
}
