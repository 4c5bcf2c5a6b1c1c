import type { Plugin } from '@docusaurus/types';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import type { VFile } from 'vfile';
import { compile } from '../compile.ts';
import type { EditData } from '../editor/data.ts';
import type { EditWords } from '../editor/words.ts';
import { lockedVersions } from '../locked-versions.ts';
import type { CompiledFile } from '../protocol.ts';
import { type AllWords, partedWords } from '../words.ts';
import type { LaterData, PanelData } from './data.ts';
import {
  type Asset,
  emitData,
  emitFiles,
  emitPackages,
  hashOf,
  runtimeAsset,
  sandboxAsset,
} from './emit.ts';
import { closureOf } from './app-files.ts';
import { bareCode } from './bare-code.ts';
import { closedPlayground } from './playground-node.ts';
import { PlaygroundError } from './problem.ts';
import { playgroundsIn, readPlayground } from './read.ts';
import { shownTexts } from './shown-text.ts';

/** What the playground has to know of the site. */
export interface PlaygroundOptions {
  /** Absolute path of the site. */
  readonly root: string;
  /** Absolute path of the folder of the examples. */
  readonly examplesDir: string;
  /** The language that is being built. */
  readonly locale: string;
  /** What the playground says in it; a function, since Docusaurus sends options that are text to every reader. */
  readonly words: () => AllWords & EditWords;
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
    for (const { node, siblings } of playgroundsIn(tree)) {
      try {
        // Looked for now: whatever stands before it may have been replaced by more than one.
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
    const { root, examplesDir, locale } = options;
    const words = partedWords(options.words());
    const { asked, handler, url, recordings, presets } = readPlayground(
      node,
      examplesDir,
    );
    const { of } = asked;
    const { path, route, kind, files, others, routes, members } = handler;
    const [example = ''] = of.split('/');
    const textOf = shownTexts(page, join(examplesDir, example));
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
    };
    const later: LaterData = { words: words.later, recordings };
    const edit: EditData = {
      example,
      sources: closureOf(examplesDir, example, path).files.map((file) => ({
        path: file.path,
        text: textOf(file.path),
      })),
      words: words.edit,
    };
    const name = of.replace(/\.\w+$/, '').replaceAll(/[^\w.]+/g, '-');
    // The same handler can stand in several places, with other presets or other comments.
    const place = `${name}.${hashOf(JSON.stringify([asked, edit.sources]))}.${locale}`;
    const { open, loading, failed } = words.first;
    return closedPlayground(
      { of, kind, runtime, open, loading, failed },
      emitData(root, place, data, { later, edit }),
      {
        ...(others.length === 0
          ? {}
          : { others: emitFiles(root, `${name}.others`, others.map(bare)) }),
        ...(await emitPackages(root, members)),
      },
    );
  }
}

/** A file without what only a reader of it needs. */
function bare({ path, code }: CompiledFile): CompiledFile {
  return { path, code: bareCode(code) };
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
