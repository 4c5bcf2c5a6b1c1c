import { defineNitroPlugin } from 'nitropack/runtime';

/**
 * Makes sockets work below a base URL. h3 looks for the route of an upgrade in
 * the same list as for a request, and takes the first layer at a matching path.
 * With a base URL, that is Nitro's middleware for static files. This plugin
 * skips layers without a route for upgrades; requests aren't affected.
 */
export default defineNitroPlugin(({ h3App }) => {
  for (const layer of h3App.stack) {
    if (!layer.handler.__resolve__) {
      const { match } = layer;
      // Only requests have an event; upgrades don't.
      layer.match = (url, event) =>
        event !== undefined && (match?.(url, event) ?? true);
    }
  }
});
