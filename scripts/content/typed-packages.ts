/**
 * The packages whose published types make a name real that no example uses, the likeliest first: what a server route
 * uses, what the build takes, then Angular and the browser.
 */
export const typedPackages: readonly string[] = [
  'h3',
  'crossws',
  'nitropack',
  'vite',
  '@analogjs/platform',
  '@analogjs/vite-plugin-nitro',
  '@analogjs/router',
  '@angular/core',
  'typescript/lib/lib.dom.d.ts',
];
