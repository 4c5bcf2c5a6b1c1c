/** English texts of the editor by message id. */
export const editMessages = {
  'playground.edit.files': 'Files of the example',
  'playground.edit.changed': '(changed)',
  'playground.edit.run': 'Run the code',
  'playground.edit.reset': 'Reset the code',
  'playground.edit.done': 'Stop editing',
  'playground.edit.hint':
    'Tab indents. Press Escape, then Tab to leave the editor. Ctrl + Enter runs the code.',
  'playground.edit.whole':
    'The page shows part of this file. This is the whole file.',
  'playground.edit.runs': 'The server runs this code.',
  'playground.edit.isReset': 'The original code is restored.',
  'playground.edit.problems': 'The code doesn’t compile, so it wasn’t started:',
  'playground.edit.link': 'Copy a link to this code',
  'playground.edit.linkCopied': 'Link copied. It contains the code.',
  'playground.edit.linkShown':
    'The browser blocked access to the clipboard. The link is in the address bar.',
  'playground.edit.linkTooLong':
    'The code is too long for a link: {size} characters, the limit is {limit}.',
  'playground.edit.linkTooComplex':
    'The code is too complex for a link: more than {lines} lines or {characters} non-ASCII characters.',
  'playground.edit.received':
    'This code comes from the link, not from this site. It runs only when you press “{run}”.',
  'playground.edit.discard': 'Discard it',
  'playground.edit.kept': 'Your own code is kept.',
  'playground.edit.restore': 'Restore my code',
  'playground.edit.refused.tooLong':
    'The link wasn’t read: it is longer than {limit} characters.',
  'playground.edit.refused.tooLarge':
    'The link wasn’t read: its code is longer than {limit} characters.',
  'playground.edit.refused.tooComplex':
    'The link wasn’t read: its code has more than {lines} lines or {characters} non-ASCII characters.',
  'playground.edit.refused.damaged':
    'The link wasn’t read: it contains no code or is damaged.',
  'playground.edit.refused.unknown':
    'The link wasn’t read: “{path}” isn’t a file of this playground.',
  // Only edited code can get here: the build rejects handlers that need these.
  'playground.edit.unsupported.env':
    'process.env is empty in this page. Environment variables exist only on a server.',
  'playground.edit.unsupported.process':
    'Of process, this page has only uptime and getActiveResourcesInfo. The rest needs Node.js.',
  'playground.edit.unsupported.subtle':
    'crypto.subtle isn’t available in the sandbox of this page, and neither is what needs it: useSession, sealed cookies and getRequestFingerprint.',
  'playground.edit.unsupported.network':
    'Handlers in this page have no network, so fetch fails. It works on a server.',
  'playground.edit.unsupported.nitroFetch':
    '$fetch and the fetch methods of the event come from Nitro, which doesn’t run in this page.',
  'playground.edit.unsupported.package':
    'Of a package, this page loads only the parts that the example uses.',
  'playground.edit.unsupported.import':
    'Handlers in this page can import h3, crossws, the packages of the example and its own files, but no Node.js modules.',
  'playground.edit.unsupported.importMeta':
    'import.meta works only in ES modules. This page runs the code as CommonJS.',
  'playground.edit.unsupported.accessor':
    'This browser doesn’t support the accessor keyword. A production build compiles it.',
} as const;

/** A message id without its prefix. */
export type EditWordId =
  keyof typeof editMessages extends `playground.${infer Id}` ? Id : never;

/** The texts in the language of the page. */
export type EditWords = Readonly<Record<EditWordId, string>>;
