import type { Exchange } from '../record/record.ts';

/**
 * An exchange as the text of its request and of its response.
 *
 * @param exchange what was recorded
 * @returns request line, headers, body, a blank line, status line, headers, body; JSON is indented
 */
export function exchangeText(exchange: Exchange): string {
  const { method, url, status, statusText } = exchange;
  return [
    message(
      `${method} ${url} HTTP/1.1`,
      exchange.requestHeaders,
      exchange.requestBody ?? '',
    ),
    message(
      `HTTP/1.1 ${status} ${statusText}`.trimEnd(),
      exchange.headers,
      exchange.body,
    ),
  ].join('\n\n');
}

function message(
  start: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): string {
  const head = Object.entries(headers).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return [
    start,
    ...head,
    ...(body === '' ? [] : ['', indented(body.trimEnd())]),
  ].join('\n');
}

function indented(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
