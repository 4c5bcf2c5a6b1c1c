import {
  missingImport,
  missingImportFirst,
} from '../variants/missing-import/variant';
import type { Variant } from './variant';

/** Apps with a mistake in them, by name. */
export const symptoms: Readonly<Record<string, Variant>> = {
  'missing-import': missingImport,
  'missing-import-first': missingImportFirst,
};
