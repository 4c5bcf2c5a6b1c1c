const maxLength = 10_000;
const maxDepth = 4;
const maxItems = 100;

/**
 * Formats the values of a `console` call: strings as they are, errors with their
 * stack, the rest much as Node does. Truncates long output, and never throws.
 */
export function formatLine(values: readonly unknown[]): string {
  const text = values
    .map((value) => (typeof value === 'string' ? value : inspect(value)))
    .join(' ');
  return text.length > maxLength ? `${text.slice(0, maxLength)}…` : text;
}

function inspect(value: unknown): string {
  try {
    return show(value, 0, new Set());
  } catch {
    return '[a value that cannot be shown]';
  }
}

function show(value: unknown, depth: number, above: Set<object>): string {
  if (typeof value === 'string') return `'${value.slice(0, maxLength)}'`;
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'function') return `[Function: ${value.name}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (value instanceof Error) return stackOf(value);
  if (value instanceof Date) return value.toISOString();
  if (above.has(value)) return '[Circular]';
  if (depth > maxDepth) return Array.isArray(value) ? '[Array]' : '[Object]';
  const inside = new Set(above).add(value);
  const below = (item: unknown) => show(item, depth + 1, inside);
  const name = nameOf(value);
  if (ArrayBuffer.isView(value)) return `${name}(${value.byteLength})`;
  if (Array.isArray(value)) return `[${list(value.map(below))}]`;
  if (value instanceof Set) {
    return `Set(${value.size}) {${list([...value].map(below))}}`;
  }
  if (value instanceof Map) {
    const entries = [...value].map(
      ([key, item]) => `${below(key)} => ${below(item)}`,
    );
    return `Map(${value.size}) {${list(entries)}}`;
  }
  const entries = Object.entries(value)
    .slice(0, maxItems)
    .map(([key, item]) => `${key}: ${below(item)}`);
  return `${name === 'Object' ? '' : `${name} `}{${list(entries)}}`;
}

// V8 begins a stack with the message, other engines do not.
function stackOf(error: Error): string {
  const head = String(error);
  const stack = error.stack ?? '';
  return stack.includes(error.message) ? stack : `${head}\n${stack}`;
}

function nameOf(value: object): string {
  const constructor: unknown = Reflect.get(value, 'constructor');
  return typeof constructor === 'function' ? constructor.name : 'Object';
}

function list(items: readonly string[]): string {
  const shown = items.slice(0, maxItems);
  if (items.length > maxItems) shown.push(`… ${items.length - maxItems} more`);
  return shown.length === 0 ? '' : ` ${shown.join(', ')} `;
}
