import type { Answer } from '../host/http.ts';
import type { ClientSocket, OwnServer } from '../face/target.ts';
import type { HandlerKind } from '../site/data.ts';
import { look } from './look.ts';
import type { Notice } from './notice.ts';
import { ownSocket } from './own-socket.ts';
import { OwnStream } from './own-stream.ts';
import { readAddress } from './read-address.ts';
import { reasonsOf } from './reason.ts';

/** How long a handshake may take before the page says something. */
const longHandshake = 5_000;
/** How long an open socket may be silent before the page says something. */
const longSilence = 3_000;

/**
 * A server of the reader's own, at whatever address is asked for. It is asked
 * for nothing but what a reader has started with a button.
 */
export class ReadersServer implements OwnServer {
  readonly origin = location.origin;
  /** Event names that streams are asked for besides `message`. */
  eventNames = '';
  #notice: Notice | undefined;
  /** What the site's policy has blocked: `ws://localhost:3000`. */
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

  /** What a reader is to be told now. */
  readonly shown = (): Notice | undefined => this.#notice;

  connect(path: string): ClientSocket | undefined {
    const url = this.#addressOf(path);
    if (!url) return undefined;
    const say = (about: 'waiting' | 'silent') => () =>
      this.#tell({ about, url });
    let timer = setTimeout(say('waiting'), longHandshake);
    return ownSocket(url, {
      opened: () => {
        clearTimeout(timer);
        timer = setTimeout(say('silent'), longSilence);
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

  stream(): OwnStream {
    return new OwnStream({
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
    this.#tell({ about: 'asking' });
    const found = await look(url, this.kind, () =>
      this.#blocked.has(`${url.protocol}//${url.host}`),
    );
    // The reader may have tried something else meanwhile.
    if (this.#notice?.about !== 'asking') return;
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
