// Runs in the head of each built page, before anything else. It is no module: what it declares is its own.
(() => {
  const root = document.documentElement;
  const scripts = document.currentScript?.dataset['scripts']?.split(' ') ?? [];
  /** What a reader did before the page could answer. */
  const waiting: (() => void)[] = [];
  const touches = [
    'click',
    'focusin',
    'hashchange',
    'keydown',
    'pointerdown',
    'scroll',
    'touchstart',
    'wheel',
  ];
  let begun = false;
  /** Where the pointer was first seen. */
  let resting: string | undefined;

  // With it, style sheets show what works only with scripts.
  root.dataset['scripts'] = '';

  for (const touch of touches) {
    addEventListener(touch, begin, { capture: true, passive: true });
  }
  addEventListener('pointermove', beginOnMove, { passive: true });
  addEventListener('click', keepClick, true);
  addEventListener('keydown', keepKey, true);
  addEventListener('change', keepChange, true);
  whenParsed(() => {
    // Docusaurus disables them until it has started, and a disabled button is deaf.
    for (const button of document.querySelectorAll<HTMLButtonElement>(
      'nav button[disabled]',
    )) {
      button.disabled = false;
    }
    if (isAtOnce()) begin();
  });

  /** A browser tells a new page of a pointer that only rests above it, too. */
  function beginOnMove({ clientX, clientY }: PointerEvent): void {
    const place = `${clientX} ${clientY}`;
    resting ??= place;
    if (place !== resting) begin();
  }

  /** Loads the page's scripts, once. They run after the page has been read, as with `defer`. */
  function begin(): void {
    if (begun) return;
    begun = true;
    for (const touch of touches) removeEventListener(touch, begin, true);
    removeEventListener('pointermove', beginOnMove);
    whenParsed(() => {
      new MutationObserver((_, observer) => {
        if (root.dataset['hasHydrated'] !== 'true') return;
        observer.disconnect();
        end();
        for (const again of waiting) again();
      }).observe(root, { attributeFilter: ['data-has-hydrated'] });
      for (const source of scripts) {
        const script = document.createElement('script');
        script.src = source;
        script.async = false;
        // Without network, links, forms and disclosures still work by themselves.
        script.onerror = end;
        document.head.append(script);
      }
    });
  }

  function end(): void {
    removeEventListener('click', keepClick, true);
    removeEventListener('keydown', keepKey, true);
    removeEventListener('change', keepChange, true);
  }

  /** An address that says more than a place, and a choice of tabs that was made on another page. */
  function isAtOnce(): boolean {
    if (location.search !== '' || location.hash.includes('=')) return true;
    if (!document.querySelector('[role="tablist"]')) return false;
    try {
      return Object.keys(localStorage).some((key) =>
        key.startsWith('docusaurus.tab'),
      );
    } catch {
      return false;
    }
  }

  function keepClick(event: MouseEvent): void {
    const button =
      event.target instanceof Element &&
      event.target.closest<HTMLElement>('button, [role="button"], summary');
    if (!button || button.closest('form[action]')) return;
    keep(event, () => button.click());
  }

  /** A shortcut is a click at the button that names it. What only plays a button gets its key again. */
  function keepKey(event: KeyboardEvent): void {
    const { target, key } = event;
    if (!(target instanceof Element)) return;
    if (target.matches('[role="button"]:not(button)')) {
      if (key === 'Enter' || key === ' ')
        keep(event, () =>
          target.dispatchEvent(
            new KeyboardEvent('keydown', { key, bubbles: true }),
          ),
        );
      return;
    }
    if (target.matches('input, textarea, select')) return;
    const pressed =
      (event.ctrlKey ? 'Control+' : event.metaKey ? 'Meta+' : '') +
      (key.length === 1 ? key.toUpperCase() : key);
    for (const button of document.querySelectorAll<HTMLElement>(
      '[aria-keyshortcuts]',
    )) {
      if (
        button.getAttribute('aria-keyshortcuts')?.split(' ').includes(pressed)
      ) {
        keep(event, () => button.click());
        return;
      }
    }
  }

  /** React takes what stands in a field when it starts for the first value: it hears of a change only afterwards. */
  function keepChange({ target }: Event): void {
    if (!(target instanceof HTMLSelectElement)) return;
    const { value } = target;
    waiting.push(() => {
      target.value = value;
      target.dispatchEvent(new Event('change', { bubbles: true }));
    });
    begin();
  }

  function keep(event: Event, again: () => void): void {
    event.preventDefault();
    event.stopImmediatePropagation();
    waiting.push(again);
    begin();
  }

  function whenParsed(act: () => void): void {
    if (document.readyState === 'loading') {
      document.addEventListener('DOMContentLoaded', act, { once: true });
    } else act();
  }
})();
