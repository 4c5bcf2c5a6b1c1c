// Runs in the head of each built page, before anything else. It isn't a module; the function keeps its names local.
(() => {
  const root = document.documentElement;
  const scripts = document.currentScript?.dataset['scripts']?.split(' ') ?? [];
  /** Interactions before hydration, to be repeated. */
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
  /** First position of the pointer. */
  let resting: string | undefined;

  // Style sheets hide what needs scripts without it.
  root.dataset['scripts'] = '';

  for (const touch of touches) {
    addEventListener(touch, begin, { capture: true, passive: true });
  }
  addEventListener('pointermove', beginOnMove, { passive: true });
  addEventListener('click', keepClick, true);
  addEventListener('keydown', keepKey, true);
  addEventListener('change', keepChange, true);
  whenParsed(() => {
    // Docusaurus disables them until hydration, and a disabled button receives no events.
    for (const button of document.querySelectorAll<HTMLButtonElement>(
      'nav button[disabled]',
    )) {
      button.disabled = false;
    }
    if (isAtOnce()) begin();
  });

  /** Browsers also fire the event for a pointer that doesn't move when a page loads. */
  function beginOnMove({ clientX, clientY }: PointerEvent): void {
    const position = `${clientX} ${clientY}`;
    resting ??= position;
    if (position !== resting) begin();
  }

  /** Loads the page's scripts, once. They run after the page is parsed, as with `defer`. */
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
        // Without a network, links, forms and details still work.
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

  /** Whether the page needs scripts immediately: for a query, a parameter in the fragment, or a tab selected on another page. */
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

  /** Repeats a shortcut as a click on the button that names it, and a key on an element with the role of a button. */
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

  /** Repeats a change of a select: React takes the value at hydration as the initial one. */
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
