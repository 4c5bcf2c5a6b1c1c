/** Called with the values of an event, and with its emitter as `this`. */
export type Listener = (...values: never[]) => unknown;

interface Entry {
  readonly listener: Listener;
  readonly once: boolean;
}

/**
 * Node's EventEmitter, as far as h3, crossws and node-mock-http use it. npm's `events` is 0.9 kB of gzip larger, and with it an
 * open playground would exceed its budget.
 */
export class EventEmitter {
  #entries = new Map<string | symbol, readonly Entry[]>();

  on(name: string | symbol, listener: Listener): this {
    return this.#set(name, [...this.#of(name), { listener, once: false }]);
  }

  addListener(name: string | symbol, listener: Listener): this {
    return this.on(name, listener);
  }

  once(name: string | symbol, listener: Listener): this {
    return this.#set(name, [...this.#of(name), { listener, once: true }]);
  }

  prependListener(name: string | symbol, listener: Listener): this {
    return this.#set(name, [{ listener, once: false }, ...this.#of(name)]);
  }

  off(name: string | symbol, listener: Listener): this {
    const last = this.#of(name).findLastIndex(
      (entry) => entry.listener === listener,
    );
    return this.#set(
      name,
      this.#of(name).filter((_, index) => index !== last),
    );
  }

  removeListener(name: string | symbol, listener: Listener): this {
    return this.off(name, listener);
  }

  removeAllListeners(name?: string | symbol): this {
    if (name === undefined) this.#entries.clear();
    else this.#entries.delete(name);
    return this;
  }

  /** @throws an `error` without a listener, as Node does */
  emit(name: string | symbol, ...values: unknown[]): boolean {
    const entries = this.#of(name);
    if (entries.length === 0 && name === 'error') throw values[0];
    for (const { listener, once } of entries) {
      if (once) this.off(name, listener);
      Reflect.apply(listener, this, values);
    }
    return entries.length > 0;
  }

  listeners(name: string | symbol): Listener[] {
    return this.#of(name).map(({ listener }) => listener);
  }

  listenerCount(name: string | symbol): number {
    return this.#of(name).length;
  }

  eventNames(): (string | symbol)[] {
    return [...this.#entries.keys()].filter((name) => this.listenerCount(name));
  }

  setMaxListeners(): this {
    return this;
  }

  #of(name: string | symbol): readonly Entry[] {
    return this.#entries.get(name) ?? [];
  }

  #set(name: string | symbol, entries: readonly Entry[]): this {
    this.#entries.set(name, entries);
    return this;
  }
}
