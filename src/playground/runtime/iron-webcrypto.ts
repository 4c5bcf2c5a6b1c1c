// Sealed sessions of h3 need `crypto.subtle`, which an opaque origin lacks, so
// the package, a tenth of the runtime, would fail anyway.

import { unsupported } from './unsupported.ts';

/** Replaces both functions of the package; always throws. */
function fail(): never {
  return unsupported('subtle', 'crypto.subtle');
}

/** Always throws. */
export const seal = fail;
/** Always throws. */
export const unseal = fail;
/** Never read. */
export const defaults = {};
