import type { StartMessage } from '../protocol.ts';

// Runs in the frame: makes a worker of the text that the page posts, and hands
// it the rest. It listens to the page alone. A new worker, or a message without
// a text, ends the one before: a frame that is open needs no network again. Where
// somebody frames it without a sandbox it does nothing: that would be the site's origin.
const bootstrap = `var w;if(origin==='null'){addEventListener('message',function(e){if(e.source!==parent)return;if(w)w.terminate();w=null;if(!e.data)return;var u=URL.createObjectURL(new Blob([e.data.runtime],{type:'text/javascript'})),own=w=new Worker(u);own.onerror=function(){if(own===w)parent.postMessage('failed','*')};own.postMessage(e.data.start,e.ports)});parent.postMessage('open','*')}`;

const policy =
  "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; worker-src blob:";

/**
 * The document of the frame. Its policy, which the worker inherits, lets
 * nothing out. A site whose own policy forbids inline scripts serves it as a
 * file, and without that policy.
 */
export const sandboxHtml = `<!doctype html><meta charset="utf-8"><meta http-equiv="content-security-policy" content="${policy}"><script>${bootstrap}</script>`;

/** A worker inside a frame of an origin of its own. */
export interface Sandbox {
  /** Leads to the worker. */
  readonly port: MessagePort;
  /** Ends the worker, whatever it is doing, and takes the frame away. */
  remove(): void;
}

/** A frame that is kept: one server after the other starts in it, without the network. */
export interface SandboxFrame {
  readonly element: HTMLIFrameElement;
  /** Whether its document has said that it is there. */
  isOpen: boolean;
  /** Takes it away, with what runs in it. */
  remove(): void;
}

/** Where a sandbox comes from. */
export interface SandboxOptions {
  /** The text of the worker. */
  readonly runtime: string;
  readonly start: StartMessage;
  /** Where `sandboxHtml` is served; without it the frame holds it itself. */
  readonly sandboxUrl?: string | undefined;
  /** A frame that stays when the sandbox is removed. */
  readonly frame?: SandboxFrame | undefined;
  /** The worker's text cannot be run at all. */
  readonly onFailure: () => void;
}

/**
 * Puts a frame into the page in which servers can start.
 *
 * @param sandboxUrl where `sandboxHtml` is served; without it the frame holds it itself
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
  let sent = false;

  function send(): void {
    // A second "open" would need the port again, and it is gone.
    if (sent) return;
    sent = true;
    element.contentWindow?.postMessage({ runtime, start }, '*', [port2]);
  }
  function listen({ source, data }: MessageEvent<unknown>): void {
    if (source === null || source !== element.contentWindow) return;
    if (data === 'open') send();
    else if (data === 'failed') onFailure();
  }
  addEventListener('message', listen);
  if (frame.isOpen) send();

  return {
    port: port1,
    remove() {
      removeEventListener('message', listen);
      port1.onmessage = null;
      port1.close();
      if (kept) element.contentWindow?.postMessage(null, '*');
      else frame.remove();
    },
  };
}
