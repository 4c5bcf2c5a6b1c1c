import { createRoot } from 'react-dom/client';
import { readFragment } from '../../src/playground/editor/shared-link.ts';
import OpenPlayground from '../../src/playground/ui/open.tsx';
import RequestPanel from '../../src/playground/ui/request-panel.tsx';
import SocketPanel from '../../src/playground/ui/socket-panel.tsx';
import StreamPanel from '../../src/playground/ui/stream-panel.tsx';
import type { HandlerKind } from '../../src/playground/build/data.ts';
import { englishWords, splitWords } from '../../src/playground/words.ts';

/** What the tests call inside the page. */
export interface PanelPage {
  /**
   * Opens a playground.
   *
   * @param fragment of an address, with the code of `example/handler.ts`
   * @param runtime the text of the worker
   */
  open(kind: HandlerKind, fragment: string, runtime: string): Promise<void>;
  /** The longest time in milliseconds between two frames of the screen since the last call. */
  longestFrame(): number;
}

declare global {
  interface Window {
    panelPage: PanelPage;
  }
}

const path = 'src/server/routes/api/handler.ts';
const panels = {
  websocket: SocketPanel,
  'event-stream': StreamPanel,
  http: RequestPanel,
};
const words = splitWords(englishWords());
let root: ReturnType<typeof createRoot> | undefined;
let longest = 0;
let last = performance.now();

function measure(now: number): void {
  longest = Math.max(longest, now - last);
  last = now;
  requestAnimationFrame(measure);
}
requestAnimationFrame(measure);

window.panelPage = {
  async open(kind, fragment, runtime) {
    const read = await readFragment(fragment);
    root?.unmount();
    root = createRoot(document.body.appendChild(document.createElement('div')));
    root.render(
      <OpenPlayground
        Panel={panels[kind]}
        data={{
          path,
          kind,
          route: '/api/handler',
          routes: [{ url: '/api/handler', method: undefined, kind }],
          url: '/api/handler',
          method: 'GET',
          files: [{ path, code: 'exports.default = () => "none";' }],
          presets: [],
          sandbox: 'sandbox.html',
          recorded: [],
          versions: {},
          words: words.first,
          links: {},
          later: () => Promise.resolve({ default: { words: words.later } }),
          external: () =>
            Promise.resolve({ default: { words: words.external } }),
          replay: () =>
            Promise.resolve({
              default: { words: words.replay, recordings: [] },
            }),
          edit: () =>
            Promise.resolve({
              default: {
                example: 'example',
                sources: [{ path, text: 'export default () => "none";' }],
                words: words.edit,
                worker: 'code-worker.js',
              },
            }),
        }}
        runtime={runtime}
        packages={undefined}
        of={`example/${path}`}
        incoming={
          typeof read === 'string' ? { refusal: read } : { texts: read }
        }
        onClose={() => root?.unmount()}
      />,
    );
  },
  longestFrame() {
    const now = performance.now();
    const found = Math.max(longest, now - last);
    longest = 0;
    last = now;
    return found;
  },
};
