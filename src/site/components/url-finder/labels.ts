import { translate } from '@docusaurus/Translate';
import type { Outcome, Protocol } from '../../measured/layouts-record.ts';
import type { Server } from './choice.ts';

/** Returns the translated name of a protocol. */
export function protocolLabel(protocol: Protocol): string {
  switch (protocol) {
    case 'websocket':
      return 'WebSocket';
    case 'stream':
      return translate({
        id: 'urlFinder.protocol.stream',
        message: 'Event stream',
        description: 'URL finder: the protocol of a route',
      });
    default:
      return protocol.toUpperCase();
  }
}

/** Returns the translated name of a server. */
export function serverLabel(server: Server): string {
  return server === 'development'
    ? translate({
        id: 'urlFinder.development',
        message: 'Development',
        description: 'URL finder: the development server',
      })
    : translate({
        id: 'urlFinder.production',
        message: 'Production',
        description: 'URL finder: the production server',
      });
}

/** Returns the translated label of a response. */
export function outcomeLabel(outcome: Outcome): string {
  switch (outcome) {
    case 'answers':
      return translate({
        id: 'urlFinder.outcome.answers',
        message: 'answers',
        description: 'URL finder: the handler of this file answers at a URL',
      });
    case 'answers as another route':
      return translate({
        id: 'urlFinder.outcome.otherRoute',
        message: 'another route answers',
        description: 'URL finder: the handler of another file answers',
      });
    case 'opens and stays silent':
      return translate({
        id: 'urlFinder.outcome.silent',
        message: 'opens and stays silent',
        description: 'URL finder: a socket opens, but no handler is behind it',
      });
    case 'streams without its content type':
      return translate({
        id: 'urlFinder.outcome.noContentType',
        message: 'streams without its content type; EventSource gives up',
        description: 'URL finder: events come, but EventSource refuses them',
      });
    case 'upgrade required':
      return translate({
        id: 'urlFinder.outcome.upgradeRequired',
        message: 'upgrade required',
        description: 'URL finder: only a WebSocket answers at this URL',
      });
    case 'redirects':
      return translate({
        id: 'urlFinder.outcome.redirects',
        message: 'redirects',
        description: 'URL finder: followed by the address that it leads to',
      });
    case 'page HTML':
      return translate({
        id: 'urlFinder.outcome.page',
        message: 'the page of the app, as HTML',
        description: 'URL finder: the rendered app comes instead of the route',
      });
    case 'not found':
      return translate({
        id: 'urlFinder.outcome.notFound',
        message: 'not found',
        description: 'URL finder: status 404',
      });
    case 'method not allowed':
      return translate({
        id: 'urlFinder.outcome.wrongMethod',
        message: 'method not allowed',
        description: 'URL finder: status 405',
      });
    case 'refused':
      return translate({
        id: 'urlFinder.outcome.refused',
        message: 'refuses the connection',
        description: 'URL finder: the upgrade to a WebSocket is refused',
      });
    case 'closes':
      return translate({
        id: 'urlFinder.outcome.closes',
        message: 'opens and closes immediately',
        description: 'URL finder: a socket opens and is closed',
      });
    case 'hangs':
      return translate({
        id: 'urlFinder.outcome.hangs',
        message: 'hangs: no answer',
        description: 'URL finder: no answer, or a handshake that never ends',
      });
    case 'fails':
      return translate({
        id: 'urlFinder.outcome.fails',
        message: 'fails with an error',
        description: 'URL finder: status 500',
      });
  }
}
