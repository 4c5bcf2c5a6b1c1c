import type { HandlerKind } from '../site/data.ts';

/** What was found out about an address that could not be reached. */
export interface Findings {
  readonly kind: HandlerKind;
  readonly url: URL;
  /** Of the page: `https:`. */
  readonly pageProtocol: string;
  /** Whether the browser takes the page for safe; it is so on `localhost` as well. */
  readonly isSecure: boolean;
  /** The site's own policy has blocked it. */
  readonly isBlocked: boolean;
  /** Whether the page may reach the local network; undefined where the browser has no such question. */
  readonly permission: PermissionState | undefined;
  /** Whether anything answers at all, readable or not. */
  readonly isThere: boolean;
  /** What answers in place of an event stream, where the page may read it. */
  readonly other:
    { readonly status: number; readonly type: string } | undefined;
}

/** Why there is no connection; the names of its message. */
export type Reason =
  | 'policy'
  | 'mixed'
  | 'permission'
  | 'refused'
  | 'cors'
  | 'notStream'
  | 'unreachable'
  | 'orForbidden'
  | 'orCertificate'
  | 'orInsecure';

/**
 * The likely reasons, the first of them first. A browser tells a page no more
 * than that it failed, so that the page may not look around in a network.
 */
export function reasonsOf(found: Findings): readonly Reason[] {
  const { url, kind, pageProtocol } = found;
  if (found.isBlocked) return ['policy'];
  const isMixed =
    pageProtocol === 'https:' && ['ws:', 'http:'].includes(url.protocol);
  if (isMixed && !isThisMachine(url.hostname)) return ['mixed'];
  if (found.permission === 'denied') return ['permission'];
  if (found.other) return ['notStream'];
  if (found.isThere) return [kind === 'websocket' ? 'refused' : 'cors'];
  if (isMixed) return ['unreachable', 'orForbidden'];
  if (['wss:', 'https:'].includes(url.protocol)) {
    return ['unreachable', 'orCertificate'];
  }
  if (!found.isSecure && isLocal(url.hostname)) {
    return ['unreachable', 'orInsecure'];
  }
  return ['unreachable'];
}

/** Whether a name leads to the machine itself: browsers take it for safe without TLS. */
export function isThisMachine(host: string): boolean {
  return /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(host);
}

function isLocal(host: string): boolean {
  return (
    isThisMachine(host) ||
    /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|\[f[cde])/.test(
      host,
    ) ||
    /\.local$/.test(host)
  );
}
