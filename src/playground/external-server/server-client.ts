import type { Answer } from '../client/http.ts';
import type { ClientSocket, ExternalServer } from '../ui/target.ts';
import type { HandlerKind } from '../build/data.ts';
import { diagnose, reasonsOf } from './diagnose.ts';
import { type Notice, readAddress } from './notice.ts';
import { openBrowserSocket, BrowserStream } from './browser-clients.ts';

/** Milliseconds without a response until a notice is shown. */
const slowResponse = 5_000;
/** Milliseconds of a handshake until a notice is shown. */
const slowHandshake = 5_000;
/** Milliseconds without a message until a notice is shown. */
const longSilence = 3_000;

/**
 * Connects to an external server at any URL, but only after a click.
 */
export class ExternalServerClient implements ExternalServer {
  readonly origin = location.origin;
  /** Event names that streams listen to besides `message`. */
  eventNames = '';
  #notice: Notice | undefined;
  /** Origins that the site's policy blocked, such as `ws://localhost:3000`. */
  readonly #blocked = new Set<string>();
  readonly #listeners = new Set<() => void>();

  constructor(private readonly kind: HandlerKind) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    document.addEventListener('securitypolicyviolation', this.#note);
    return () => {
      this.#listeners.delete(listener);
      document.removeEventListener('securitypolicyviolation', this.#note);
    };
  };

  /** The current notice. */
  readonly getSnapshot = (): Notice | undefined => this.#notice;

  connect(path: string): ClientSocket | undefined {
    const url = this.#addressOf(path);
    if (!url) return undefined;
    const showAfter = (about: 'waiting' | 'silent') => () =>
      this.#tell({ about, url });
    let timer = setTimeout(showAfter('waiting'), slowHandshake);
    return openBrowserSocket(url, {
      opened: () => {
        clearTimeout(timer);
        timer = setTimeout(showAfter('silent'), longSilence);
        this.#tell(undefined);
      },
      received: () => {
        clearTimeout(timer);
        if (this.#notice?.about === 'silent') this.#tell(undefined);
      },
      ended: (wasOpen) => {
        clearTimeout(timer);
        if (!wasOpen) void this.#explain(url);
      },
    });
  }

  async request(path: string, init: RequestInit): Promise<Answer> {
    const url = this.#addressOf(path);
    if (!url) throw new TypeError('No address.');
    try {
      const answer = await fetch(url, {
        ...init,
        cache: 'no-store',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
      });
      const { status, statusText, headers, body } = answer;
      return {
        status,
        statusText,
        headers: [...headers],
        body: body ?? new Blob().stream(),
      };
    } catch (error) {
      void this.#explain(url);
      throw error;
    }
  }

  stream(): BrowserStream {
    return new BrowserStream({
      addressOf: (text) => this.#addressOf(text),
      names: () => this.eventNames.split(/[\s,]+/).filter(Boolean),
      failed: (url) => void this.#explain(url),
    });
  }

  #addressOf(text: string): URL | undefined {
    const url = readAddress(text.trim(), this.kind);
    if (typeof url === 'string') {
      this.#tell({ about: 'address', problem: url, text });
      return undefined;
    }
    this.#tell(undefined);
    return url;
  }

  async #explain(url: URL): Promise<void> {
    const asking: Notice = { about: 'diagnosing' };
    const slow: Notice = { about: 'slow', url };
    // The reader may have started another request.
    const isCurrent = () => [asking, slow].some((one) => one === this.#notice);
    this.#tell(asking);
    const timer = setTimeout(() => {
      if (isCurrent()) this.#tell(slow);
    }, slowResponse);
    const found = await diagnose(url, this.kind, () =>
      this.#blocked.has(`${url.protocol}//${url.host}`),
    );
    clearTimeout(timer);
    if (!isCurrent()) return;
    this.#tell({ about: 'reasons', reasons: reasonsOf(found), found });
  }

  readonly #note = ({
    effectiveDirective,
    blockedURI,
  }: SecurityPolicyViolationEvent): void => {
    if (effectiveDirective !== 'connect-src' || !URL.canParse(blockedURI)) {
      return;
    }
    const { protocol, host } = new URL(blockedURI);
    this.#blocked.add(`${protocol}//${host}`);
  };

  #tell(notice: Notice | undefined): void {
    this.#notice = notice;
    for (const listener of this.#listeners) listener();
  }
}
