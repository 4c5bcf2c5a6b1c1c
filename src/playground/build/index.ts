import type { Plugin } from '@docusaurus/types';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import type { VFile } from 'vfile';
import { compile } from '../compile.ts';
import type { EditData, HelpLinks, PanelData, PartData } from './data.ts';
import { lockedVersions } from './bundle.ts';
import type { CompiledFile } from '../protocol.ts';
import { type AllWords, englishWords, splitWords } from '../words.ts';
import {
  type Asset,
  codeWorkerAsset,
  emitData,
  emitFiles,
  emitPackages,
  hashOf,
  runtimeAsset,
  sandboxAsset,
} from './emit.ts';
import { closureOf, PlaygroundError } from './app-files.ts';
import { stripComments, displayedSources } from './source-text.ts';
import { closedPlayground } from './playground-node.ts';
import { playgroundsIn, readPlayground } from './read.ts';

const playgroundFolder = fileURLToPath(new URL('..', import.meta.url));

/** Options of the remark plugin. */
export interface PlaygroundOptions {
  /** Absolute path of the site, with its `package-lock.json`. */
  readonly root: string;
  /** Absolute path of the folder that contains the apps. */
  readonly examplesDir: string;
  /** The language that is being built; `en` by default. */
  readonly locale?: string;
  /** Texts in that language, English by default; a function, because Docusaurus sends options that are text to every reader. */
  readonly words?: () => AllWords;
  /** Pages of the site that explain a problem; without them, no link is shown. */
  readonly links?: HelpLinks;
}

/**
 * Remark plugin: compiles the handler of each `<Playground>` and replaces it by a button.
 * Plugins that translate the page come first.
 *
 * @returns the transformer; it fails a page with `file:line: message` lines, one for each problem
 */
export function remarkPlayground(options: PlaygroundOptions) {
  const shown = ['h3', 'crossws'];
  return async (tree: Root, vfile: VFile): Promise<void> => {
    const runtime = await runtimeAsset(options.root);
    const problems: string[] = [];
    for (const { node, siblings } of playgroundsIn(tree)) {
      try {
        // The index may have changed, because earlier nodes may have been replaced by several.
        siblings[siblings.indexOf(node)] = await closed(
          node,
          runtime.path,
          tree,
        );
      } catch (error) {
        if (!(error instanceof PlaygroundError)) throw error;
        const line = (node.position?.start.line ?? 1) + linesBefore(vfile);
        problems.push(`${pagePath(vfile)}:${line}: ${error.message}`);
      }
    }
    if (problems.length > 0) {
      vfile.fail(problems.join('\n'), undefined, 'playground:handler');
    }
  };

  async function closed(
    node: MdxJsxFlowElement,
    runtime: string,
    page: Root,
  ): Promise<RootContent> {
    const { root, examplesDir, locale = 'en', links = {} } = options;
    const words = splitWords((options.words ?? englishWords)());
    const { attributes, handler, url, recordings, presets } = readPlayground(
      node,
      examplesDir,
    );
    const { of } = attributes;
    const { path, route, kind, files, others, routes, members } = handler;
    const [example = ''] = of.split('/');
    const textOf = displayedSources(page, join(examplesDir, example));
    const data: PanelData = {
      path,
      kind,
      route: route.url,
      routes,
      url,
      method: (route.method ?? 'get').toUpperCase(),
      files: files.map((file) => bare(compile(file.path, textOf(file.path)))),
      presets,
      sandbox: sandboxAsset.path,
      recorded: recordings.map(({ name }) => name),
      versions: lockedVersions(root, [...shown, ...members.keys()]),
      words: words.first,
      links,
    };
    const parts: PartData = {
      later: { words: words.later },
      replay: { words: words.replay, recordings },
      external: { words: words.external },
    };
    const edit: EditData = {
      example,
      sources: closureOf(examplesDir, example, path).files.map((file) => ({
        path: file.path,
        text: textOf(file.path),
      })),
      words: words.edit,
      worker: (await codeWorkerAsset(root)).path,
    };
    const name = of.replace(/\.\w+$/, '').replaceAll(/[^\w.]+/g, '-');
    // The same handler can be used several times, with other presets or comments.
    const place = `${name}.${hashOf(JSON.stringify([attributes, edit.sources]))}.${locale}`;
    const { open, loading, failed } = words.first;
    return closedPlayground(
      { of, kind, runtime, open, loading, failed },
      emitData(root, place, data, { ...parts, edit }),
      {
        ...(others.length === 0
          ? {}
          : { others: emitFiles(root, `${name}.others`, others.map(bare)) }),
        ...(await emitPackages(root, members)),
      },
    );
  }
}

/** Strips a file for the runtime. */
function bare({ path, code }: CompiledFile): CompiledFile {
  return { path, code: stripComments(code) };
}

/**
 * Docusaurus plugin: provides the theme component and the styles, builds the runtime and the editor's worker before any page is
 * compiled, and emits them and the sandbox's document with the other assets.
 *
 * @param root absolute path of the site
 */
export function playgroundPlugin(root: string): () => Plugin {
  const assets: Asset[] = [];
  return () => ({
    name: 'playground',
    getThemePath: () => join(playgroundFolder, 'theme'),
    getTypeScriptThemePath: () => join(playgroundFolder, 'theme'),
    getClientModules: () => [
      join(playgroundFolder, 'ui/ui.css'),
      join(playgroundFolder, 'editor/editor.css'),
    ],
    async loadContent() {
      assets.push(
        sandboxAsset,
        await runtimeAsset(root),
        await codeWorkerAsset(root),
      );
    },
    configureWebpack: (_config, isServer) =>
      isServer
        ? {}
        : {
            // Shared modules of the three panels are fetched once; Docusaurus disables the default groups.
            optimization: {
              splitChunks: {
                cacheGroups: {
                  playground: {
                    name: 'playground',
                    test: playgroundFolder,
                    chunks: 'async',
                    minChunks: 4,
                    enforce: true,
                  },
                },
              },
            },
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

function pagePath({ cwd, path }: VFile): string {
  return relative(cwd, path).split(sep).join('/');
}

/** Docusaurus removes the front matter before it parses a page. */
function linesBefore({ path, value }: VFile): number {
  if (!existsSync(path)) return 0;
  const whole = readFileSync(path, 'utf8');
  const start = whole.indexOf(String(value));
  return start < 1 ? 0 : whole.slice(0, start).split('\n').length - 1;
}
