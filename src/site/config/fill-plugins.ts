import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import {
  type FileTreeOptions,
  remarkExampleFiles,
} from '../../examples/file-tree.ts';
import { remarkInstallCommand } from '../../examples/install-command.ts';
import { remarkSnippets, type SnippetsOptions } from '../../snippets/index.ts';
import { wholeFile } from '../../snippets/snippet.ts';
import { newAppPackages } from './new-app.ts';

/** A remark plugin without options. */
export type RemarkPlugin = Plugin<[], Root>;

/** Options of the plugins that fill fences. */
export type FillOptions = SnippetsOptions & Pick<FileTreeOptions, 'fileUrl'>;

/**
 * Binds options to a remark plugin. Docusaurus inlines its configuration into the script of every page, including options with
 * paths of the machine, but without functions.
 */
export function withOptions<Options>(
  plugin: Plugin<[Options], Root>,
  options: Options,
): RemarkPlugin {
  const bound: RemarkPlugin = function () {
    return plugin.call(this, options);
  };
  return Object.defineProperty(bound, 'name', { value: plugin.name });
}

/**
 * Returns the plugins that fill fences, in order. They run before the translation, which translates comments in code; the catalogues
 * are made with them too.
 */
export function fillPlugins(options: FillOptions): RemarkPlugin[] {
  const { examplesDir, fileUrl } = options;
  return [
    withOptions(remarkSnippets, options),
    withOptions(remarkInstallCommand, {
      examplesDir,
      provided: newAppPackages,
    }),
    withOptions(remarkExampleFiles, {
      examplesDir,
      fileUrl,
      show: (path: string) => wholeFile(examplesDir, path),
    }),
  ];
}
