import { defineNitroPlugin } from 'nitropack/runtime';

/**
 * Lets sockets answer below a base URL. h3 looks for the route of an upgrade in
 * the same list as for a request, and takes the first layer at a matching path:
 * with a base URL, that is Nitro's middleware for static files. What cannot
 * resolve to a route is left out here; requests go through it as before.
 */
export default defineNitroPlugin(({ h3App }) => {
  for (const layer of h3App.stack) {
    if (!layer.handler.__resolve__) {
      const { match } = layer;
      // There is an event for requests only.
      layer.match = (url, event) =>
        event !== undefined && (match?.(url, event) ?? true);
    }
  }
});
