// Sealed sessions of h3 need `crypto.subtle`, which an opaque origin has not:
// the package would fail on it anyway, and is a tenth of the runtime.

/** Stands in for both of the package's functions; always throws. */
function fail(): never {
  throw new Error(
    'Sessions need crypto.subtle, which the browser keeps from this sandbox. Run the app to use them.',
  );
}

/** As the package's; always throws. */
export const seal = fail;
/** As the package's; always throws. */
export const unseal = fail;
/** As the package's; nothing reads it. */
export const defaults = {};
