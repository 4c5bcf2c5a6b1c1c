import { type EvidenceOptions, remarkEvidence } from '../../evidence/index.ts';
import { type ExamplesOptions, remarkExamples } from '../../examples/index.ts';
import {
  type PlaygroundOptions,
  remarkPlayground,
} from '../../playground/build/index.ts';
import {
  remarkTranslation,
  type TranslationOptions,
} from '../../translation/index.ts';
import {
  type FillOptions,
  fillPlugins,
  type RemarkPlugin,
  withOptions,
} from './fill-plugins.ts';

/** Options of all plugins. */
export interface PipelineOptions {
  readonly fill: FillOptions;
  readonly translate: TranslationOptions;
  readonly examples: ExamplesOptions;
  readonly evidence: EvidenceOptions;
  readonly playground: PlaygroundOptions;
}

/**
 * Returns the plugins that render a page from its MDX, in order, before those of Docusaurus. The README explains the order, and
 * `plugin-order.test.ts` asserts it.
 */
export function remarkPipeline(options: PipelineOptions): RemarkPlugin[] {
  return [
    ...fillPlugins(options.fill),
    withOptions(remarkTranslation, options.translate),
    withOptions(remarkExamples, options.examples),
    withOptions(remarkEvidence, options.evidence),
    withOptions(remarkPlayground, options.playground),
  ];
}
