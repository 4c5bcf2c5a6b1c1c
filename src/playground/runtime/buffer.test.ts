import { runInThisContext } from 'node:vm';
import { expect, it } from 'vitest';
import { Buffer as Own } from './buffer.ts';

// Every line also runs with Node's Buffer.
const texts = ['', 'a', 'käse', '€ 𝒳 😀', '\uD800x', '\uFEFFmark', 'a\0b\x80ÿ'];
const encodings = [
  'utf8',
  'UTF-8',
  'hex',
  'base64',
  'base64url',
  'latin1',
  'binary',
  'ascii',
  'utf16le',
  'ucs-2',
];
const encoded = [
  '68656c6c6f',
  '6865xx6c',
  'abc',
  'YQ',
  'YQ==',
  'Y Q\n',
  'a-_b+/',
  'YWJjZ',
  '?!',
];
const bytes = 'Buffer.from([255, 1, 128, 254, 3, 127, 200, 9, 77])';

it.each([
  ...[...texts, ...encoded].flatMap((text) =>
    encodings.map((name) => `Buffer.from(${JSON.stringify(text)}, '${name}')`),
  ),
  ...encodings.flatMap((name) => [
    `${bytes}.toString('${name}')`,
    `${bytes}.toString('${name}', 1, 6)`,
    `Buffer.byteLength('abcdef', '${name}')`,
    `Buffer.alloc(7, 'abcd', '${name}')`,
    `((b) => [b.write('abcdefgh', 1, 5, '${name}'), b])(Buffer.alloc(9))`,
    `((b) => [b.write('ab€', 1, '${name}'), b])(Buffer.alloc(4))`,
    `((b) => [b.write('abcd', '${name}'), b])(Buffer.alloc(9))`,
    `Buffer.from('abcabcabc', '${name}').indexOf('bc', 2, '${name}')`,
    `Buffer.from('abcabcabc', '${name}').lastIndexOf('bc', '${name}')`,
    `Buffer.isEncoding('${name}')`,
  ]),
  'Buffer.from([1, 257, -1, 2.5, "7"])',
  'Buffer.from({ length: 2, 0: 5, 1: 6 })',
  'Buffer.from({ length: "2" })',
  'Buffer.from({ type: "Buffer", data: [1, 2] })',
  'Buffer.from(new String("text"))',
  'Buffer.from(new Uint16Array([1, 300]))',
  'Buffer.from(new Uint8Array([1, 2, 3]).buffer, 1)',
  'Buffer.from(new Uint8Array([1, 2, 3]).buffer, 1, 1)',
  'Buffer.from(new ArrayBuffer(3), 4)',
  'Buffer.from(new ArrayBuffer(3), 1, 4)',
  'Buffer.from(new Date(0)).length > 20',
  'Buffer.from({})',
  'Buffer.from(null)',
  'Buffer.from()',
  'Buffer.from(5)',
  'Buffer.from(true)',
  'Buffer.from(5n)',
  'Buffer.from(() => 1).length',
  'Buffer.from(Symbol.iterator)',
  "Buffer.from('a', 'nothing')",
  "Buffer.from('a', null)",
  "Buffer.from('a').toString('nothing')",
  "Buffer.from('a').toString(null)",
  "Buffer.byteLength('ä', 'nothing')",
  'Buffer.byteLength(5)',
  'Buffer.byteLength(new DataView(new ArrayBuffer(3)))',
  'Buffer.alloc(3)',
  'Buffer.alloc(3, 257)',
  "Buffer.alloc(5, 'äb')",
  'Buffer.alloc(5, Buffer.from([1, 2]))',
  "Buffer.alloc(3, '')",
  'Buffer.alloc(3, Buffer.alloc(0))',
  "Buffer.alloc('3')",
  'Buffer.allocUnsafe(4).length',
  'Buffer.of(1, 2)',
  'Buffer.concat([])',
  'Buffer.concat([Buffer.from([1]), new Uint8Array([2, 3])])',
  'Buffer.concat([Buffer.from([1, 2]), Buffer.from([3, 4])], 3)',
  'Buffer.concat([Buffer.from([1, 2]), Buffer.from([3, 4])], 1)',
  'Buffer.concat([Buffer.from([1, 2])], 4)',
  'Buffer.concat("a")',
  'Buffer.concat(["a"])',
  'Buffer.compare(Buffer.from([1, 2]), Buffer.from([1, 3]))',
  'Buffer.compare(Buffer.from([1, 2]), new Uint8Array([1]))',
  'Buffer.compare(Buffer.from([1]), Buffer.from([1, 2]))',
  'Buffer.compare(Buffer.from([1]), "a")',
  'Buffer.compare("a", Buffer.from([1]))',
  'Buffer.isBuffer(Buffer.alloc(1))',
  'Buffer.isBuffer(new Uint8Array(1))',
  'Buffer.isEncoding("nothing")',
  'Buffer.isEncoding(undefined)',
  'Buffer.isEncoding("")',
  'Buffer.alloc(-1)',
  `${bytes}.fill(0, -1)`,
  'Buffer.alloc(2).write(5)',
  `${bytes}.equals(${bytes})`,
  `${bytes}.equals(Buffer.from([255]))`,
  `${bytes}.equals('a')`,
  `${bytes}.compare(${bytes}, 1, 3, 1, 3)`,
  `${bytes}.compare(Buffer.from([128]), 0, 1, 2, 3)`,
  `${bytes}.compare('a')`,
  `${bytes}.slice(1, -2)`,
  `${bytes}.slice(-3)`,
  `${bytes}.subarray(2, 4)`,
  `((b) => { b.slice(1)[0] = 9; return b; })(Buffer.alloc(3))`,
  `${bytes}.map((one) => one + 1)`,
  `JSON.stringify(${bytes})`,
  `String(Buffer.from('text'))`,
  `Buffer.from('text') + ''`,
  `Buffer.from('text').toLocaleString()`,
  `((b) => [${bytes}.copy(b, 1), b])(Buffer.alloc(4))`,
  `((b) => [${bytes}.copy(b, 1, 2, 4), b])(Buffer.alloc(9))`,
  `((b) => [${bytes}.copy(b, 9), b])(Buffer.alloc(4))`,
  `((b) => [b.copy(b, 2), b])(${bytes})`,
  `${bytes}.copy(Buffer.alloc(4), -1)`,
  `${bytes}.copy(Buffer.alloc(4), 0, 12)`,
  `${bytes}.copy('a')`,
  `${bytes}.fill('ab', 1, 4)`,
  `${bytes}.fill('€')`,
  `${bytes}.fill('6162', 'hex')`,
  `${bytes}.fill('6162', 2, 'hex')`,
  `${bytes}.fill('zz', 'hex')`,
  `${bytes}.fill(300, 2)`,
  `${bytes}.fill(0, 99)`,
  `${bytes}.fill('')`,
  `${bytes}.indexOf(128)`,
  `${bytes}.indexOf(128 + 256)`,
  `${bytes}.indexOf(255, 1)`,
  `${bytes}.indexOf(9, -2)`,
  `${bytes}.indexOf(Buffer.from([254, 3]))`,
  `${bytes}.indexOf('')`,
  `${bytes}.indexOf('', 4)`,
  `${bytes}.indexOf('', 40)`,
  `${bytes}.indexOf({})`,
  `${bytes}.lastIndexOf(255)`,
  `${bytes}.lastIndexOf(77, 7)`,
  `${bytes}.lastIndexOf(3, -3)`,
  `${bytes}.lastIndexOf(3, -30)`,
  `${bytes}.lastIndexOf('')`,
  `${bytes}.includes(200)`,
  `${bytes}.includes('a')`,
  `Buffer.from('aabb', 'utf16le').indexOf('a', 2, 'utf16le')`,
  `Buffer.alloc(2).write('abc', 3)`,
  `Buffer.alloc(2).write('abc', -1)`,
  `Buffer.alloc(2).write('abc', 0, 9)`,
  `Buffer.alloc(4).write('abc', 0, 2)`,
  `Buffer.alloc(2).write('abc', 'nothing')`,
  `Buffer.alloc(2) instanceof Uint8Array`,
  `Buffer.alloc(2).constructor.name === 'Buffer' || Buffer.name`,
])('behaves like Node: %s', (line) => {
  const outcome = outcomeOf(line, Own);
  const { message, ...expected } = outcomeOf(line, Buffer);
  expect(outcome).toMatchObject(expected);
  expect(outcome.message === undefined).toBe(message === undefined);
});

interface Outcome {
  readonly value?: unknown;
  readonly name?: string;
  readonly code?: unknown;
  readonly message?: string;
}

function outcomeOf(
  line: string,
  kind: { isBuffer(value: unknown): boolean },
): Outcome {
  const run: unknown = runInThisContext(`(Buffer) => ${line}`);
  if (typeof run !== 'function') throw new Error(`${line}: no expression`);
  try {
    return { value: plain(Reflect.apply(run, undefined, [kind])) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const code: unknown = Reflect.get(error, 'code');
    return { name: error.name, code, message: error.message };
  }

  function plain(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(plain);
    if (!(value instanceof Uint8Array)) return value;
    return { isBuffer: kind.isBuffer(value), bytes: Array.from(value) };
  }
}
