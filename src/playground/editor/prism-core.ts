import './prism-manual.ts';
import Prism from 'prismjs/components/prism-core.js';

// Prism's language files require the global.
Object.assign(globalThis, { Prism });

export { Prism };
