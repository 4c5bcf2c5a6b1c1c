import { compile } from '../../src/playground/compile.ts';
import type { CompiledFile } from '../../src/playground/protocol.ts';

/**
 * Creates a handler at `/api/<name>` with the given code.
 *
 * @param body statements with access to `event` and `target`, the URL to contact
 * @param target URL with a slash at its end
 */
export function handler(name: string, body: string, target = ''): CompiledFile {
  return compile(
    `src/server/routes/api/${name}.ts`,
    [
      `import { defineEventHandler } from 'h3';`,
      `const target = ${JSON.stringify(target)};`,
      `export default defineEventHandler(async (event) => {`,
      body,
      `});`,
    ].join('\n'),
  );
}

/** Attempts to send data out of the sandbox, as bodies of handlers; each returns what it received. */
export const attempts: Readonly<Record<string, string>> = {
  fetch: `return (await fetch(target)).status;`,
  'fetch-no-cors': `return (await fetch(target, { mode: 'no-cors', keepalive: true })).type;`,
  xhr: `const request = new XMLHttpRequest(); request.open('GET', target, false); request.send(); return request.status;`,
  websocket: `const socket = new WebSocket(target.replace('http', 'ws')); return await new Promise((resolve, reject) => { socket.onopen = () => resolve('open'); socket.onerror = () => reject(new Error('blocked')); });`,
  'websocket-stream': `return (await new WebSocketStream(target.replace('http', 'ws')).opened).protocol;`,
  'web-transport': `await new WebTransport(target.replace('http:', 'https:')).ready; return 'ready';`,
  'event-source': `const source = new EventSource(target); return await new Promise((resolve, reject) => { source.onopen = () => resolve('open'); source.onerror = () => reject(new Error('blocked')); });`,
  import: `return Object.keys(await (0, eval)('import(' + JSON.stringify(target) + ')'));`,
  'import-data': `return Object.keys(await (0, eval)('import("data:text/javascript,export const a = 1")'));`,
  'import-blob': `return Object.keys(await (0, eval)('import(' + JSON.stringify(URL.createObjectURL(new Blob(['export const a = 1'], { type: 'text/javascript' }))) + ')'));`,
  'import-scripts': `importScripts(target); return 'ran';`,
  'import-scripts-blob': `importScripts(URL.createObjectURL(new Blob(['self.x = 1']))); return 'ran';`,
  beacon: `return navigator.sendBeacon(target, 'x');`,
  image: `const image = new Image(); image.src = target; await image.decode(); return 'image';`,
  font: `await new FontFace('a', 'url(' + target + ')').load(); return 'font';`,
  'font-set': `const face = new FontFace('a', 'url(' + target + ')'); fonts.add(face); await face.load(); return 'font';`,
  'image-bitmap': `await createImageBitmap(await (await fetch(target)).blob()); return 'image';`,
  'fetch-later': `fetchLater(target, { activateAfter: 0 }); return 'queued';`,
  'fetch-request': `return (await fetch(new Request(target, { method: 'POST', body: 'x', mode: 'no-cors', credentials: 'include' }))).type;`,
  'fetch-blob': `return await (await fetch(URL.createObjectURL(new Blob(['x'])).replace('null', location.origin) + target)).text();`,
  'wasm-streaming': `await WebAssembly.compileStreaming(fetch(target)); return 'compiled';`,
  'import-json': `return Object.keys(await (0, eval)('import(' + JSON.stringify(target) + ', { with: { type: "json" } })'));`,
  'import-in-function': `return Object.keys(await new Function('url', 'return import(url)')(target));`,
  'import-scripts-data': `importScripts('data:text/javascript,self.x=1'); return 'ran';`,
  'peer-connection': `const peer = new RTCPeerConnection({ iceServers: [{ urls: target.replace('http://', 'stun:').split('/')[0] }] }); peer.createDataChannel('x'); await peer.setLocalDescription(); return 'offered';`,
  locks: `return await navigator.locks.request('x', () => 'held');`,
  notification: `new Notification('x'); return Notification.permission === 'granted' ? 'shown' : await Promise.reject(new Error(Notification.permission));`,
  permissions: `const { state } = await navigator.permissions.query({ name: 'persistent-storage' }); return state === 'granted' ? state : await Promise.reject(new Error(state));`,
  'web-lock-query': `return await navigator.locks.query();`,
  'xhr-async': `return await new Promise((resolve, reject) => { const request = new XMLHttpRequest(); request.open('POST', target); request.onload = () => resolve(request.status); request.onerror = () => reject(new Error('blocked')); request.send('x'); });`,
  'worker-of-realm': `const { constructor } = (async () => {}).constructor('return Worker'); new (await constructor('return Worker')())(target); return 'worker';`,
  worker: `new Worker(URL.createObjectURL(new Blob(['']))); return 'worker';`,
  'worker-by-prototype': `const W = Object.getPrototypeOf(globalThis).Worker ?? globalThis.constructor.Worker ?? Function('return Worker')(); new W('data:text/javascript,'); return 'worker';`,
  'shared-worker': `new SharedWorker(target); return 'worker';`,
  'service-worker': `await navigator.serviceWorker.register(target); return 'registered';`,
  indexeddb: `return await new Promise((resolve, reject) => { const open = indexedDB.open('x'); open.onsuccess = () => resolve('open'); open.onerror = () => reject(open.error); });`,
  caches: `await caches.open('x'); return 'open';`,
  'file-system': `await navigator.storage.getDirectory(); return 'open';`,
  'local-storage': `localStorage.setItem('x', 'y'); return 'stored';`,
  cookies: `await cookieStore.set('x', 'y'); return 'stored';`,
  'top-navigation': `top.location.href = target; return 'navigated';`,
  'own-navigation': `location.href = target; return location.href === target ? 'navigated' : await Promise.reject(new Error('blocked'));`,
  open: `open(target); return 'opened';`,
  parent: `parent.document.title = 'mine'; return 'written';`,
  'post-message': `postMessage('x'); return 'posted';`,
  'post-message-by-prototype': `Reflect.apply(Object.getPrototypeOf(globalThis).postMessage, globalThis, ['x']); return 'posted';`,
};
