import type { Difference } from './support/differences';

const page = {
  status: 200,
  statusText: 'OK',
  headers: {
    'content-length': ['<the length of the body>'],
    'content-type': ['text/html'],
  },
  body: '<a page of the app>',
};

const errorHeaders = {
  'cache-control': ['no-cache'],
  'content-security-policy': [
    "script-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'self';",
  ],
  'content-type': ['application/json'],
  'referrer-policy': ['no-referrer'],
  'x-content-type-options': ['nosniff'],
  'x-frame-options': ['DENY'],
};

const noPage =
  'Production answers a URL or a method that no handler has with a page of the app, the dev server with an error, as long as it is below /api.';

/** Differences of the dev server from the production server, which the evidence describes. */
export const differences: readonly Difference[] = [
  {
    scenarios: ['unknown-url'],
    at: '0/response',
    recorded: page,
    instead: errorAnswer(
      404,
      'Cannot find any route matching /api/nope.',
      '/api/nope',
    ),
    reason: noPage,
  },
  {
    scenarios: ['catch-all'],
    at: '2/response',
    recorded: page,
    instead: errorAnswer(
      404,
      'Cannot find any route matching /api/files.',
      '/api/files',
    ),
    reason: noPage,
  },
  {
    scenarios: ['unknown-url'],
    at: '2/response',
    recorded: page,
    instead: errorAnswer(
      405,
      'Method patch is not allowed on this route.',
      '/api/notes',
    ),
    reason: noPage,
  },
  {
    scenarios: ['unknown-url'],
    at: '4/response',
    recorded: {
      ...page,
      headers: { 'content-type': ['text/html'] },
      body: '',
    },
    instead: {
      status: 405,
      statusText: 'Method head is not allowed on this route.',
      headers: errorHeaders,
      body: '',
    },
    reason: noPage,
  },
  {
    scenarios: ['errors', 'unknown-url'],
    at: '*/response/headers/content-security-policy',
    recorded: ["script-src 'none'; frame-ancestors 'none';"],
    instead: errorHeaders['content-security-policy'],
    reason: 'Nitro has an error handler of its own for development.',
  },
  {
    scenarios: ['errors'],
    at: '*/response/body/stack',
    recorded: undefined,
    instead: '<stack>',
    reason: 'In development an error answer has the stack.',
  },
  {
    scenarios: ['unknown-url'],
    at: '3/response/body/stack',
    recorded: undefined,
    instead: '<stack>',
    reason: 'In development an error answer has the stack.',
  },
  {
    scenarios: ['errors'],
    at: '1/response/body/message',
    recorded: 'Server Error',
    instead: 'A secret of the server.',
    reason: 'Production hides the message of an error that nobody expected.',
  },
  {
    scenarios: ['errors'],
    at: '3/response/body/message',
    recorded: 'Server Error',
    instead: '',
    reason: 'Production hides the message of an error that nobody expected.',
  },
  {
    scenarios: '*',
    at: '*/response/headers/vary',
    recorded: undefined,
    instead: ['Origin'],
    reason: "Vite's dev server allows other origins to read its answers.",
  },
];

function errorAnswer(status: number, message: string, url: string) {
  return {
    status,
    statusText: message,
    headers: {
      ...errorHeaders,
      'content-length': ['<the length of the body>'],
    },
    body: {
      error: true,
      message,
      stack: '<stack>',
      statusCode: status,
      statusMessage: message,
      url: `<origin>${url}`,
    },
  };
}
