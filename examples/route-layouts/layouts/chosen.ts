import { symptoms } from './symptoms';
import { layouts } from './layouts';
import type { Variant } from './variant';

/**
 * Returns the variant of a name.
 *
 * @throws when no variant has this name
 */
export function variantNamed(name: string): Variant {
  const all = { ...layouts, ...symptoms };
  const [, variant] =
    Object.entries(all).find(([known]) => known === name) ?? [];
  if (!variant) {
    const names = Object.keys(all).join(', ');
    throw new Error(`No layout "${name}". Set LAYOUT to one of: ${names}`);
  }
  return variant;
}
