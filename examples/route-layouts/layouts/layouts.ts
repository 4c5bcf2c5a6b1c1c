import { apiFolder } from '../variants/api-folder/variant.ts';
import { noApiFolder } from '../variants/no-api-folder/variant.ts';
import { mixed } from '../variants/mixed/variant.ts';
import { prefixOwnFolder } from '../variants/prefix-own-folder/variant.ts';
import { prefixNoFolder } from '../variants/prefix-no-folder/variant.ts';
import { prefixApiFolder } from '../variants/prefix-api-folder/variant.ts';
import { noMiddleware } from '../variants/no-middleware/variant.ts';
import { additionalDirs } from '../variants/additional-dirs/variant.ts';
import { additionalDirsOnly } from '../variants/additional-dirs-only/variant.ts';
import { serverApiRoutes } from '../variants/server-api-routes/variant.ts';
import { baseUrl } from '../variants/base-url/variant.ts';
import { baseUrlAtRunTime } from '../variants/base-url-at-run-time/variant.ts';
import { baseUrlInConfig } from '../variants/base-url-in-config/variant.ts';
import { baseUrlNoApiFolder } from '../variants/base-url-no-api-folder/variant.ts';
import { serverApiRoutesBesideApiFolder } from '../variants/server-api-routes-beside-api-folder/variant.ts';
import { viteBase } from '../variants/vite-base/variant.ts';
import { bothBases } from '../variants/both-bases/variant.ts';
import type { Variant } from './variant.ts';

/** Every layout that is measured, by name. */
export const layouts: Readonly<Record<string, Variant>> = {
  'api-folder': apiFolder,
  'no-api-folder': noApiFolder,
  mixed: mixed,
  'prefix-own-folder': prefixOwnFolder,
  'prefix-no-folder': prefixNoFolder,
  'prefix-api-folder': prefixApiFolder,
  'no-middleware': noMiddleware,
  'additional-dirs': additionalDirs,
  'additional-dirs-only': additionalDirsOnly,
  'server-api-routes': serverApiRoutes,
  'server-api-routes-beside-api-folder': serverApiRoutesBesideApiFolder,
  'base-url': baseUrl,
  'base-url-at-run-time': baseUrlAtRunTime,
  'base-url-in-config': baseUrlInConfig,
  'base-url-no-api-folder': baseUrlNoApiFolder,
  'vite-base': viteBase,
  'both-bases': bothBases,
};
