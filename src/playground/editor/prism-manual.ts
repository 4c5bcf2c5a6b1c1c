// Without these, Prism highlights the page and handles worker messages as soon as it loads.
Object.assign(globalThis, {
  Prism: { manual: true, disableWorkerMessageHandler: true },
});
