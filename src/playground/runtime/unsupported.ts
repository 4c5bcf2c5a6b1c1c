import type { UnsupportedName } from '../protocol.ts';

let report: (name: UnsupportedName) => void = () => undefined;

/** Sets the listener for uses of unavailable features. */
export function onUnsupported(listener: typeof report): void {
  report = listener;
}

/** Reports the use of a feature that works differently in production. */
export function reportUnsupported(name: UnsupportedName): void {
  report(name);
}

/** Reports the use of an unavailable feature, and throws. */
export function unsupported(name: UnsupportedName, what: string): never {
  report(name);
  throw new TypeError(`${what} is not available in this page.`);
}

/** Properties that `await`, JSON and Sucrase's interop read from any object. */
const harmless: readonly PropertyKey[] = [
  'then',
  'toJSON',
  '__esModule',
  'default',
];

/** Options of a guarded object. */
interface Guard {
  /** Called for a missing member instead of throwing; the member is undefined. */
  readonly miss?: (member: string) => void;
  /** Whether plain objects in it are guarded as well. */
  readonly isDeep?: boolean;
}

/**
 * Wraps an object so that the use of missing members is reported.
 *
 * @param what its name in the error
 */
export function guarded<T extends object>(
  target: T,
  name: UnsupportedName,
  what: string,
  guard: Guard = {},
): T {
  const { miss = (member) => unsupported(name, member), isDeep } = guard;
  return new Proxy(target, {
    get(_, key) {
      if (key in target || typeof key === 'symbol') {
        const value: unknown = Reflect.get(target, key);
        return isDeep && isPlain(value)
          ? guarded(value, name, `${what}.${String(key)}`, guard)
          : value;
      }
      if (!harmless.includes(key)) miss(`${what}.${key}`);
      return undefined;
    },
  });
}

function isPlain(value: unknown): value is object {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Object.isFrozen(value) &&
    [Object.prototype, null].includes(Object.getPrototypeOf(value) as null)
  );
}
