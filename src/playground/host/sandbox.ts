import type { StartMessage } from '../protocol.ts';

// Runs in the frame: makes a worker of the text that the page posts, and hands
// it the rest. One message only, and only from the page.
const bootstrap = `addEventListener('message',function take(e){if(e.source!==parent)return;removeEventListener('message',take);var w=new Worker(URL.createObjectURL(new Blob([e.data.runtime],{type:'text/javascript'})));w.onerror=function(){parent.postMessage('failed','*')};w.postMessage(e.data.start,e.ports)});parent.postMessage('open','*')`;

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

/** Where a sandbox comes from. */
export interface SandboxOptions {
  /** The text of the worker. */
  readonly runtime: string;
  readonly start: StartMessage;
  /** Where `sandboxHtml` is served; without it the frame holds it itself. */
  readonly sandboxUrl?: string | undefined;
  /** The worker's text cannot be run at all. */
  readonly onFailure: () => void;
}

/** Opens a frame and starts the worker in it. */
export function openSandbox({
  runtime,
  start,
  sandboxUrl,
  onFailure,
}: SandboxOptions): Sandbox {
  const { port1, port2 } = new MessageChannel();
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.setAttribute('aria-hidden', 'true');
  frame.hidden = true;
  frame.tabIndex = -1;
  if (sandboxUrl === undefined) frame.srcdoc = sandboxHtml;
  else frame.src = sandboxUrl;

  function listen({ source, data }: MessageEvent<unknown>): void {
    if (source === null || source !== frame.contentWindow) return;
    if (data === 'open') {
      // A second "open" would need the port again, and it is gone.
      if (sent) return;
      sent = true;
      frame.contentWindow.postMessage({ runtime, start }, '*', [port2]);
    } else if (data === 'failed') onFailure();
  }
  let sent = false;
  addEventListener('message', listen);
  document.body.append(frame);

  return {
    port: port1,
    remove() {
      removeEventListener('message', listen);
      port1.onmessage = null;
      port1.close();
      frame.remove();
    },
  };
}
