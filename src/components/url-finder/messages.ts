import type { Outcome } from '../../evidence/layouts-record.ts';

/** What the finder says, in English, by the id of its translation: where no component can ask for it. */
export const finderMessages = {
  'urlFinder.url': 'URL',
  'urlFinder.development': 'Development',
  'urlFinder.production': 'Production',
  'urlFinder.protocol.stream': 'Event stream',
  'urlFinder.outcome.answers': 'answers',
  'urlFinder.outcome.otherRoute': 'another route answers',
  'urlFinder.outcome.silent': 'opens and stays silent',
  'urlFinder.outcome.noContentType':
    'streams without its content type; EventSource gives up',
  'urlFinder.outcome.upgradeRequired': 'upgrade required',
  'urlFinder.outcome.redirects': 'redirects',
  'urlFinder.outcome.page': 'the page of the app, as HTML',
  'urlFinder.outcome.notFound': 'not found',
  'urlFinder.outcome.wrongMethod': 'method not allowed',
  'urlFinder.outcome.refused': 'refuses the connection',
  'urlFinder.outcome.closes': 'opens and closes at once',
  'urlFinder.outcome.hangs': 'hangs: no answer',
  'urlFinder.outcome.fails': 'fails with an error',
} as const;

/** The id of one of its texts. */
export type FinderMessage = keyof typeof finderMessages;

/** The text for what a client sees at a URL. */
export const outcomeMessages = {
  answers: 'urlFinder.outcome.answers',
  'answers as another route': 'urlFinder.outcome.otherRoute',
  'opens and stays silent': 'urlFinder.outcome.silent',
  'streams without its content type': 'urlFinder.outcome.noContentType',
  'upgrade required': 'urlFinder.outcome.upgradeRequired',
  redirects: 'urlFinder.outcome.redirects',
  'page HTML': 'urlFinder.outcome.page',
  'not found': 'urlFinder.outcome.notFound',
  'method not allowed': 'urlFinder.outcome.wrongMethod',
  refused: 'urlFinder.outcome.refused',
  closes: 'urlFinder.outcome.closes',
  hangs: 'urlFinder.outcome.hangs',
  fails: 'urlFinder.outcome.fails',
} as const satisfies Record<Outcome, FinderMessage>;
