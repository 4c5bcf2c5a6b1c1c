/**
 * The layouts that every test run measures: those that sentences of the guide
 * name. The others are measured with LAYOUTS=all, or by their names.
 */
export const subset: readonly string[] = [
  'api-folder',
  'no-api-folder',
  'mixed',
  'server-api-routes',
  'server-api-routes-beside-api-folder',
  'base-url-in-config',
];
