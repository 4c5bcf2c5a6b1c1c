import type { DrawnComponents } from '../../evidence/bind/replace.ts';
import { drawLayouts, drawUrlFinder } from './layouts.ts';
import { drawLoadMemory, drawLoadRatios } from './load.ts';

/** The components of this guide's pages that draw what was recorded. */
export const measuredComponents: DrawnComponents = {
  Layouts: drawLayouts,
  UrlFinder: drawUrlFinder,
  LoadRatios: drawLoadRatios,
  LoadMemory: drawLoadMemory,
};
