import type { Plugin } from '@docusaurus/types';
import { existsSync, readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { lockedVersions } from '../locked-versions.ts';
import type { Words } from '../words.ts';
import type { PlaygroundData } from './data.ts';
import { type Asset, emitJson, runtimeAsset, sandboxAsset } from './emit.ts';
import { readHandler } from './handler.ts';
import { askedOf, closedPlayground } from './playground-node.ts';
import { presetsOf } from './presets.ts';
import { PlaygroundError } from './problem.ts';

/** What the playground has to know of the site. */
export interface PlaygroundOptions {
  /** Absolute path of the site. */
  readonly root: string;
  /** Absolute path of the folder of the examples. */
  readonly examplesDir: string;
  /** The language that is being built. */
  readonly locale: string;
  /** What the playground says in it; a function, since Docusaurus sends options that are text to every reader. */
  readonly words: () => Words;
}

/**
 * Remark plugin: compiles the handler of each `<Playground>` and leaves a button in its place.
 * It belongs after the translation, whose messages are made of the page as it is written.
 *
 * @returns the transformer; it fails a page with `file:line: message` lines, one for each problem
 */
export function remarkPlayground(options: PlaygroundOptions) {
  const shown = ['h3', 'crossws'];
  return async (tree: Root, vfile: VFile): Promise<void> => {
    const runtime = await runtimeAsset(options.root);
    const problems: string[] = [];
    visit(tree, (node, index, parent) => {
      if (!isPlayground(node) || !parent || index === undefined) return;
      try {
        // Only a node of the same role replaces another, which the types of a tree cannot say.
        (parent.children as RootContent[])[index] = closed(node, runtime.path);
      } catch (error) {
        if (!(error instanceof PlaygroundError)) throw error;
        const line = (node.position?.start.line ?? 1) + linesBefore(vfile);
        problems.push(`${pagePath(vfile)}:${line}: ${error.message}`);
      }
    });
    if (problems.length > 0) {
      vfile.fail(problems.join('\n'), undefined, 'playground:handler');
    }
  };

  function closed(node: MdxJsxFlowElement, runtime: string): RootContent {
    const { root, examplesDir, locale } = options;
    const words = options.words();
    const { of, send, url } = askedOf(node);
    const { path, route, kind, files } = readHandler(examplesDir, of);
    if (url === undefined && /[:*]/.test(route.url)) {
      throw new PlaygroundError(
        `${of} answers at "${route.url}", which is a pattern. Write an address that fits as url="…".`,
      );
    }
    const data: PlaygroundData = {
      path,
      kind,
      route: route.url,
      url: url ?? route.url,
      method: (route.method ?? 'get').toUpperCase(),
      files,
      presets: presetsOf(examplesDir, send, kind),
      sandbox: sandboxAsset.path,

      versions: lockedVersions(root, shown),
      words,
    };
    const name = of.replace(/\.\w+$/, '').replaceAll(/[^\w.]+/g, '-');
    const { open, loading, failed } = words;
    return closedPlayground(
      { kind, runtime, open, loading, failed },
      emitJson(root, `${name}.${locale}`, data),
    );
  }
}

/**
 * Docusaurus plugin: builds the runtime before any page is compiled, and lays it
 * and the sandbox's document beside the other assets.
 *
 * @param root absolute path of the site
 */
export function playgroundPlugin(root: string): () => Plugin {
  const assets: Asset[] = [];
  return () => ({
    name: 'playground',
    async loadContent() {
      assets.push(sandboxAsset, await runtimeAsset(root));
    },
    configureWebpack: (_config, isServer) =>
      isServer
        ? {}
        : {
            plugins: [
              {
                apply(compiler) {
                  const { RawSource } = compiler.webpack.sources;
                  compiler.hooks.thisCompilation.tap('playground', (made) => {
                    made.hooks.processAssets.tap('playground', () => {
                      for (const { path, text } of assets) {
                        made.emitAsset(path, new RawSource(text));
                      }
                    });
                  });
                },
              },
            ],
          },
  });
}

function isPlayground(node: {
  readonly type: string;
}): node is MdxJsxFlowElement {
  return (
    (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') &&
    'name' in node &&
    node.name === 'Playground'
  );
}

function pagePath({ cwd, path }: VFile): string {
  return relative(cwd, path).split(sep).join('/');
}

/** Docusaurus takes the front matter off before it parses a page. */
function linesBefore({ path, value }: VFile): number {
  if (!existsSync(path)) return 0;
  const whole = readFileSync(path, 'utf8');
  const start = whole.indexOf(String(value));
  return start < 1 ? 0 : whole.slice(0, start).split('\n').length - 1;
}
