/** English texts of the page that sends an example to StackBlitz, by the id of their translation. */
export const launchMessages = {
  'stackblitz.title': 'Open {example} in StackBlitz',
  'stackblitz.button': 'Send and open',
  'stackblitz.note':
    'This page sends the files of the example to stackblitz.com, which runs them in your browser.',
} as const;
