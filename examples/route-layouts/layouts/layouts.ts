import { apiFolder } from '../variants/api-folder/variant';
import { noApiFolder } from '../variants/no-api-folder/variant';
import { mixed } from '../variants/mixed/variant';
import { prefixOwnFolder } from '../variants/prefix-own-folder/variant';
import { prefixNoFolder } from '../variants/prefix-no-folder/variant';
import { prefixApiFolder } from '../variants/prefix-api-folder/variant';
import { noMiddleware } from '../variants/no-middleware/variant';
import { additionalDirs } from '../variants/additional-dirs/variant';
import { additionalDirsOnly } from '../variants/additional-dirs-only/variant';
import { serverApiRoutes } from '../variants/server-api-routes/variant';
import { baseUrl } from '../variants/base-url/variant';
import { baseUrlAtRunTime } from '../variants/base-url-at-run-time/variant';
import { baseUrlInConfig } from '../variants/base-url-in-config/variant';
import { baseUrlNoApiFolder } from '../variants/base-url-no-api-folder/variant';
import { serverApiRoutesBesideApiFolder } from '../variants/server-api-routes-beside-api-folder/variant';
import { viteBase } from '../variants/vite-base/variant';
import { bothBases } from '../variants/both-bases/variant';
import type { Variant } from './variant';

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
