import type { StartMessage } from '../protocol.ts';

// Runs in the frame. It starts a worker for each source that the page posts, and
// terminates the worker of an id without a source. It only accepts messages of
// the page. Without a sandbox, where its origin is the site's, it does nothing.
const bootstrap = `var workers={};if(origin==='null'){addEventListener('message',function(e){if(e.source!==parent)return;var id=e.data.id;if(!e.data.runtime){if(workers[id])workers[id].terminate();delete workers[id];return}var worker=workers[id]=new Worker(URL.createObjectURL(new Blob([e.data.runtime],{type:'text/javascript'})));worker.onerror=function(){parent.postMessage({failed:id},'*')};worker.postMessage(e.data.start,e.ports)});parent.postMessage('open','*')}`;

const policy =
  "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; worker-src blob:";

/**
 * The document of the frame. Its policy, which the worker inherits, blocks the
 * network. A site whose own policy forbids inline scripts serves it as a file
 * without that policy.
 */
export const sandboxHtml = `<!doctype html><meta charset="utf-8"><meta http-equiv="content-security-policy" content="${policy}"><script>${bootstrap}</script>`;

/** A worker inside a frame with an opaque origin. */
export interface Sandbox {
  /** The port to the worker. */
  readonly port: MessagePort;
  /** Terminates this worker and no other, and removes the frame unless it is kept. */
  remove(): void;
}

/** A reusable frame: servers start in it without the network. */
export interface SandboxFrame {
  readonly element: HTMLIFrameElement;
  /** Whether its document has loaded. */
  isOpen: boolean;
  /** Removes the frame, with everything that runs in it. */
  remove(): void;
}

/** Options of a sandbox. */
export interface SandboxOptions {
  /** The source of the worker. */
  readonly runtime: string;
  readonly start: StartMessage;
  /** URL of `sandboxHtml`; without it, the frame uses `srcdoc`. */
  readonly sandboxUrl?: string | undefined;
  /** A frame that stays when the sandbox is removed. */
  readonly frame?: SandboxFrame | undefined;
  /** Called on an error that the worker does not handle: its text doesn't run, or its built-in objects are broken. */
  readonly onFailure: () => void;
}

let lastId = 0;

/**
 * Adds a frame to the page in which servers can start.
 *
 * @param sandboxUrl URL of `sandboxHtml`; without it, the frame uses `srcdoc`
 */
export function openFrame(sandboxUrl?: string): SandboxFrame {
  const element = document.createElement('iframe');
  element.setAttribute('sandbox', 'allow-scripts');
  element.setAttribute('aria-hidden', 'true');
  element.hidden = true;
  element.tabIndex = -1;
  if (sandboxUrl === undefined) element.srcdoc = sandboxHtml;
  else element.src = sandboxUrl;
  const frame: SandboxFrame = {
    element,
    isOpen: false,
    remove() {
      removeEventListener('message', listen);
      element.remove();
    },
  };
  function listen({ source, data }: MessageEvent<unknown>): void {
    if (source !== null && source === element.contentWindow && data === 'open')
      frame.isOpen = true;
  }
  addEventListener('message', listen);
  document.body.append(element);
  return frame;
}

/** Starts the worker in a frame, once the frame is open. */
export function openSandbox({
  runtime,
  start,
  sandboxUrl,
  frame: kept,
  onFailure,
}: SandboxOptions): Sandbox {
  const { port1, port2 } = new MessageChannel();
  const frame = kept ?? openFrame(sandboxUrl);
  const { element } = frame;
  const post = (message: object, ports: MessagePort[] = []) =>
    element.contentWindow?.postMessage(message, '*', ports);
  lastId += 1;
  const id = lastId;
  let sent = false;

  function send(): void {
    // The port was transferred and can't be sent again.
    if (sent) return;
    sent = true;
    post({ id, runtime, start }, [port2]);
  }
  function listen({ source, data }: MessageEvent<unknown>): void {
    if (source === null || source !== element.contentWindow) return;
    if (data === 'open') send();
    else if (isFailureOf(id, data)) onFailure();
  }
  addEventListener('message', listen);
  if (frame.isOpen) send();

  return {
    port: port1,
    remove() {
      removeEventListener('message', listen);
      port1.onmessage = null;
      port1.close();
      if (kept) post({ id });
      else frame.remove();
    },
  };
}

function isFailureOf(id: number, data: unknown): boolean {
  return (
    typeof data === 'object' &&
    data !== null &&
    Reflect.get(data, 'failed') === id
  );
}
