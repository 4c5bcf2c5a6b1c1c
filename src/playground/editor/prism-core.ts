import './prism-manual.ts';
import Prism from 'prismjs/components/prism-core.js';

// Its languages look for it here.
Object.assign(globalThis, { Prism });

export { Prism };
