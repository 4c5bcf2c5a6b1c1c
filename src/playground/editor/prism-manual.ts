// Prism starts to highlight the page as soon as it is loaded, unless it finds this.
Object.assign(globalThis, { Prism: { manual: true } });
