/** What the editor says, in English, by the id of its translation. */
export const editMessages = {
  'playground.edit.files': 'Files of the example',
  'playground.edit.changed': '(changed)',
  'playground.edit.run': 'Run the code',
  'playground.edit.reset': 'Reset the code',
  'playground.edit.done': 'Stop editing',
  'playground.edit.hint':
    'Tab indents. Escape, then Tab, leaves the code. Ctrl + Enter runs it.',
  'playground.edit.whole':
    'The page shows a part of this file. Here is all of it.',
  'playground.edit.runs': 'The server runs this code.',
  'playground.edit.isReset': 'This is the code of the guide again.',
  'playground.edit.problems': 'This does not compile, so it was not started:',
  'playground.edit.link': 'Copy a link to this code',
  'playground.edit.linkCopied': 'The link is copied. It carries the code.',
  'playground.edit.linkShown':
    'The browser does not allow copying. The link stands in the address bar now.',
  'playground.edit.linkTooLong':
    'The code is too long for a link: {size} characters, and {limit} is the most.',
  'playground.edit.arrived':
    'This code came with the link. It is not the guide’s, and nothing of it runs before you press “{run}”.',
  'playground.edit.putAway': 'Put it away',
  'playground.edit.refused.tooLong':
    'The link was not read: it is longer than {limit} characters.',
  'playground.edit.refused.tooLarge':
    'The link was not read: its code is longer than {limit} characters.',
  'playground.edit.refused.damaged':
    'The link was not read: it holds no code, or was damaged on its way.',
  'playground.edit.refused.hidden':
    'The link was not read: its code has characters that nobody sees.',
  'playground.edit.refused.unknown':
    'The link was not read: “{path}” is no file of this playground.',
} as const;

/** The id of one of these texts, without what all of them begin with. */
export type EditWordId =
  keyof typeof editMessages extends `playground.${infer Id}` ? Id : never;

/** The texts in the language of a page. */
export type EditWords = Readonly<Record<EditWordId, string>>;
