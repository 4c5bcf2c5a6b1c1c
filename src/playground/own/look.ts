import type { HandlerKind } from '../site/data.ts';
import type { Findings } from './reason.ts';

/** How long a server may take to show that it is there. */
const patience = 5_000;

/**
 * Finds out what a page may about an address that has failed, after a click
 * that was meant for this address: asks the server for its root, unread.
 *
 * @param isBlocked whether the site's policy has forbidden it, as far as it is known then
 */
export async function look(
  url: URL,
  kind: HandlerKind,
  isBlocked: () => boolean,
): Promise<Findings> {
  const root = `${url.protocol.replace('ws', 'http')}//${url.host}/`;
  const [permission, isThere, other] = await Promise.all([
    localPermission(),
    answers(root),
    kind === 'event-stream' ? answerOf(url) : undefined,
  ]);
  return {
    kind,
    url,
    pageProtocol: location.protocol,
    isSecure: isSecureContext,
    // A violation is reported after the failure that it causes.
    isBlocked: isBlocked(),
    permission,
    isThere,
    other,
  };
}

/** Whether anything answers, be it an error: no page may read it, but it comes. */
async function answers(origin: string): Promise<boolean> {
  try {
    await fetch(origin, {
      method: 'HEAD',
      mode: 'no-cors',
      ...careful(),
    });
    return true;
  } catch {
    return false;
  }
}

/** What answers in place of a stream; undefined where the page may not read it, or it is a stream. */
async function answerOf(url: URL) {
  try {
    const answer = await fetch(url, careful());
    void answer.body?.cancel();
    const type = answer.headers.get('content-type') ?? '';
    return answer.ok && type.startsWith('text/event-stream')
      ? undefined
      : { status: answer.status, type };
  } catch {
    return undefined;
  }
}

/** Nothing of the reader goes along. */
function careful(): RequestInit {
  return {
    cache: 'no-store',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(patience),
  };
}

/** Chromium asks before a site reaches the local network; it has had two names for it. */
async function localPermission(): Promise<PermissionState | undefined> {
  for (const name of ['local-network-access', 'loopback-network']) {
    try {
      const { state } = await navigator.permissions.query({
        // The types know no permission that not all browsers have.
        name: name as PermissionName,
      });
      if (state === 'denied') return state;
    } catch {
      // A browser without this question.
    }
  }
  return undefined;
}
