import type { Root } from 'mdast';
import type { Plugin } from 'unified';

/**
 * A remark plugin that has its options already. Docusaurus writes its whole
 * configuration into the script of every page: options of a plugin too, and with
 * them the folders of the machine, but no function.
 *
 * @param plugin takes options
 * @param options of it
 * @returns takes none
 */
export function withOptions<Options>(
  plugin: Plugin<[Options], Root>,
  options: Options,
): Plugin<[], Root> {
  return function () {
    return plugin.call(this, options);
  };
}
