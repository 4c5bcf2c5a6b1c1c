import {
  missingImport,
  missingImportFirst,
} from '../variants/missing-import/variant.ts';
import type { Variant } from './variant.ts';

/** Apps with a mistake in them, by name. */
export const symptoms: Readonly<Record<string, Variant>> = {
  'missing-import': missingImport,
  'missing-import-first': missingImportFirst,
};
