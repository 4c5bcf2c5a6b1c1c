import { defineNitroPlugin } from 'nitropack/runtime';
import { development } from '../settings/development';
import { readSettings } from '../settings/read-settings';
import { settings } from '../settings/settings';

// A plugin that throws ends the production server before it listens.
export default defineNitroPlugin(() => {
  // The build removes code behind `import.meta.dev`.
  const defaults = import.meta.dev ? development : {};
  Object.assign(settings, readSettings({ ...defaults, ...process.env }));
});
