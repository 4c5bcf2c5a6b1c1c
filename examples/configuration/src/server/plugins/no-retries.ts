import { defineNitroPlugin } from 'nitropack/runtime';

/** Requests each route once while the server renders a page, even if it fails. */
export default defineNitroPlugin(() => {
  globalThis.$fetch = globalThis.$fetch.create({ retry: false });
});
