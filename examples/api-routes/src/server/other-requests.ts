import { getRouterParam, type H3Event, setResponseHeader } from 'h3';
import { problem } from './problem';

/**
 * Handles requests that no other file of a folder handles. `[...].ts` runs for
 * unknown URLs, with the rest of the path as the parameter `_`, and for known
 * URLs without a file for the method, without that parameter.
 */
export function answerOthers(event: H3Event): unknown {
  const handlers = event.context.matchedRoute?.handlers;
  if (getRouterParam(event, '_') !== undefined || !handlers) {
    return problem(404, `There is nothing at ${event.path}.`);
  }
  const { get } = handlers;
  if (event.method === 'HEAD' && get) {
    return get(event);
  }
  const methods = Object.keys(handlers)
    .filter((method) => method !== 'all')
    .map((method) => method.toUpperCase());
  const allow = ['OPTIONS', ...(get ? ['HEAD'] : []), ...methods].sort();
  if (event.method === 'OPTIONS') {
    setResponseHeader(event, 'allow', allow.join(', '));
    return null;
  }
  const answer = problem(405, `${event.method} is not allowed here.`);
  answer.headers.set('allow', allow.join(', '));
  return answer;
}
