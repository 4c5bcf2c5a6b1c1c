import type { HandlerKind } from '../build/data.ts';

/** Timeout of a response in milliseconds: a development server first compiles the page. */
const timeout = 60_000;
/** Time in milliseconds in which a browser reports a policy violation. */
const reportDelay = 500;

/**
 * Diagnoses a failed URL after a click that requested it: sends a request to the root of the server without reading the response.
 *
 * @param isBlocked whether a policy violation has been reported for it
 */
export async function diagnose(
  url: URL,
  kind: HandlerKind,
  isBlocked: () => boolean,
): Promise<Findings> {
  const root = `${url.protocol.replace('ws', 'http')}//${url.host}/`;
  const [permission, answer, other] = await Promise.all([
    localPermission(),
    answers(root),
    kind === 'event-stream' ? answerOf(url) : undefined,
  ]);
  // A violation is reported after the failed request.
  const wasBlocked = isBlocked();
  return {
    kind,
    url,
    pageProtocol: location.protocol,
    isSecure: isSecureContext,
    isBlocked: wasBlocked,
    // A WebSocket doesn't follow redirects.
    isRedirected:
      wasBlocked && kind !== 'websocket' && !(await isForbidden(root)),
    permission,
    answer,
    other,
  };
}

/** Whether the server responds at all; the response itself isn't readable. */
async function answers(root: string): Promise<Findings['answer']> {
  try {
    await fetch(root, {
      method: 'HEAD',
      mode: 'no-cors',
      ...anonymous(),
    });
    return 'came';
  } catch (error) {
    // Only the timeout aborts it.
    return error instanceof DOMException ? 'late' : 'none';
  }
}

/**
 * Whether the site's policy blocks a server itself, and not the URL that it
 * redirects to: both reports look the same, but a redirect that isn't followed
 * causes no violation.
 */
async function isForbidden(root: string): Promise<boolean> {
  // Reports of earlier requests arrive late.
  await delay(reportDelay);
  let isReported = (): void => undefined;
  const reported = new Promise<boolean>((resolve) => {
    isReported = () => resolve(true);
  });
  document.addEventListener('securitypolicyviolation', isReported);
  try {
    await fetch(root, { method: 'HEAD', redirect: 'error', ...anonymous() });
    return false;
  } catch {
    return await Promise.race([reported, delay(reportDelay).then(() => false)]);
  } finally {
    document.removeEventListener('securitypolicyviolation', isReported);
  }
}

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

/** The response if it isn't an event stream; undefined if it is one or isn't readable. */
async function answerOf(url: URL) {
  try {
    const answer = await fetch(url, anonymous());
    void answer.body?.cancel();
    const type = (answer.headers.get('content-type') ?? '').slice(0, 200);
    return answer.ok && type.startsWith('text/event-stream')
      ? undefined
      : { status: answer.status, type };
  } catch {
    return undefined;
  }
}

/** Request options without cookies, referrer or cache. */
function anonymous(): RequestInit {
  return {
    cache: 'no-store',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(timeout),
  };
}

/** Chromium's permission for the local network, which has had two names. */
async function localPermission(): Promise<PermissionState | undefined> {
  for (const name of ['local-network-access', 'loopback-network']) {
    try {
      const { state } = await navigator.permissions.query({
        // The types lack permissions that not all browsers have.
        name: name as PermissionName,
      });
      if (state === 'denied') return state;
    } catch {
      // The browser has no such permission.
    }
  }
  return undefined;
}

/** Findings about an unreachable URL. */
export interface Findings {
  readonly kind: HandlerKind;
  readonly url: URL;
  /** The protocol of the page, such as `https:`. */
  readonly pageProtocol: string;
  /** Whether the page is a secure context. */
  readonly isSecure: boolean;
  /** Whether the site's policy blocked it, or the URL that it redirects to. */
  readonly isBlocked: boolean;
  /** Whether only the URL that it redirects to is blocked. */
  readonly isRedirected: boolean;
  /** The permission to access the local network; undefined in browsers without it. */
  readonly permission: PermissionState | undefined;
  /** Whether the server responds; `late` after a minute. */
  readonly answer: 'came' | 'late' | 'none';
  /** A readable response that isn't an event stream. */
  readonly other:
    { readonly status: number; readonly type: string } | undefined;
}

/** Why there is no connection, by the id of its message. */
export type Reason =
  | 'policy'
  | 'redirected'
  | 'mixed'
  | 'permission'
  | 'refused'
  | 'cors'
  | 'notStream'
  | 'late'
  | 'unreachable'
  | 'orForbidden'
  | 'orCertificate'
  | 'orInsecure';

/**
 * Returns the likely reasons, the most likely first. Browsers only report
 * that a request failed, so that pages can't scan a network.
 */
export function reasonsOf(found: Findings): readonly Reason[] {
  const { url, kind, pageProtocol } = found;
  if (found.isBlocked) return [found.isRedirected ? 'redirected' : 'policy'];
  const isMixed =
    pageProtocol === 'https:' && ['ws:', 'http:'].includes(url.protocol);
  if (isMixed && !isThisMachine(url.hostname)) return ['mixed'];
  if (found.permission === 'denied') return ['permission'];
  if (found.other) return ['notStream'];
  if (found.answer === 'came') {
    return [kind === 'websocket' ? 'refused' : 'cors'];
  }
  if (found.answer === 'late') return ['late'];
  if (isMixed) return ['unreachable', 'orForbidden'];
  if (['wss:', 'https:'].includes(url.protocol)) {
    return ['unreachable', 'orCertificate'];
  }
  if (!found.isSecure && isLocal(url.hostname)) {
    return ['unreachable', 'orInsecure'];
  }
  return ['unreachable'];
}

/** Whether a host is this machine, which browsers trust without TLS. */
function isThisMachine(host: string): boolean {
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
