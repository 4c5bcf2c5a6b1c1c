/** Called with what an event carries, and with its emitter as `this`. */
export type Listener = (...values: never[]) => unknown;

interface Entry {
  readonly listener: Listener;
  readonly once: boolean;
}

/**
 * Node's EventEmitter in small: what h3, crossws and the messages of
 * node-mock-http use of it, and handlers through them.
 */
export class EventEmitter {
  #entries = new Map<string | symbol, readonly Entry[]>();

  on(name: string | symbol, listener: Listener): this {
    return this.#add(name, { listener, once: false });
  }

  addListener(name: string | symbol, listener: Listener): this {
    return this.on(name, listener);
  }

  once(name: string | symbol, listener: Listener): this {
    return this.#add(name, { listener, once: true });
  }

  prependListener(name: string | symbol, listener: Listener): this {
    const rest = this.#of(name);
    this.#entries.set(name, [{ listener, once: false }, ...rest]);
    return this;
  }

  off(name: string | symbol, listener: Listener): this {
    const entries = this.#of(name);
    const last = entries.findLastIndex((one) => one.listener === listener);
    this.#entries.set(
      name,
      entries.filter((_, index) => index !== last),
    );
    return this;
  }

  removeListener(name: string | symbol, listener: Listener): this {
    return this.off(name, listener);
  }

  removeAllListeners(name?: string | symbol): this {
    if (name === undefined) this.#entries.clear();
    else this.#entries.delete(name);
    return this;
  }

  /** @throws an `error` that nobody listens to, as Node does */
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

  /** There is no limit here. */
  setMaxListeners(): this {
    return this;
  }

  #of(name: string | symbol): readonly Entry[] {
    return this.#entries.get(name) ?? [];
  }

  #add(name: string | symbol, entry: Entry): this {
    this.#entries.set(name, [...this.#of(name), entry]);
    return this;
  }
}
