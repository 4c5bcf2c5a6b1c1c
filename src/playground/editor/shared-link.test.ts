import { deflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import {
  fragmentOf,
  linkLimit,
  linkMark,
  readFragment,
  shownPath,
  textLimit,
} from './shared-link.ts';

const chat = 'websocket-chat/src/server/routes/api/ws/chat.ts';

it('restores the code', async () => {
  const texts = new Map([
    [chat, "// Grüße, 聊天 👩‍👩‍👧\nconst a = '\\u0000';\n\ttab\n"],
    ['websocket-chat/src/server/b.ts', ''],
  ]);
  const fragment = await fragmentOf(texts);
  expect(fragment).toMatch(/^#edit=[\w-]+$/);
  expect(await readFragment(fragment)).toEqual(texts);
});

it('a handler of usual size is far below the limit', async () => {
  const lines = Array.from(
    { length: 80 },
    (_, line) => `  peer.send(JSON.stringify({ line: ${line * 7919} }));`,
  );
  const fragment = await fragmentOf(new Map([[chat, lines.join('\n')]]));
  expect(fragment.length).toBeLessThan(linkLimit / 8);
});

it.each([
  ['nothing', linkMark, 'damaged'],
  ['what is not base64url', `${linkMark}a+b/c=`, 'damaged'],
  ['percent signs', `${linkMark}%`, 'damaged'],
  ['a length that base64 cannot have', `${linkMark}AAAAA`, 'damaged'],
  ['what is not deflated', linkMark + coded(Buffer.from('hello')), 'damaged'],
  ['deflate that ends early', packed('{"a":"b"}').slice(0, -4), 'damaged'],
  ['what is not JSON', packed('hello'), 'damaged'],
  ['a list', packed('["a"]'), 'damaged'],
  ['null', packed('null'), 'damaged'],
  ['no file', packed('{}'), 'damaged'],
  ['a file that is no text', packed('{"a":{"b":1}}'), 'damaged'],
  [
    'what is not UTF-8',
    linkMark +
      coded(deflateRawSync(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]))),
    'damaged',
  ],
  ['more than fits', linkMark + 'A'.repeat(10_000_000), 'tooLong'],
  [
    'code that is too long',
    packed(JSON.stringify({ a: 'a'.repeat(textLimit + 1) })),
    'tooLarge',
  ],
  [
    'more lines than a browser lays out at once',
    packed(JSON.stringify({ a: '\n'.repeat(501), b: '\n'.repeat(500) })),
    'tooComplex',
  ],
  [
    'thousands of accents on one letter',
    packed(JSON.stringify({ a: `a${'\u0301'.repeat(1_501)}` })),
    'tooComplex',
  ],
])('refuses %s', async (_, fragment, refusal) => {
  expect(await readFragment(fragment)).toBe(refusal);
});

it('stops decompressing a bomb at the limit', async () => {
  const bomb = packed(`{"a":"${'a'.repeat(11_000_000)}"}`);
  expect(bomb.length).toBeLessThan(linkLimit);
  let unpacked = 0;
  const decode = TextDecoderStream;
  globalThis.TextDecoderStream = class extends decode {
    override readonly writable = counted(super.writable);
  };
  function counted(inner: WritableStream<BufferSource>) {
    const writer = inner.getWriter();
    return new WritableStream<BufferSource>({
      write(chunk) {
        unpacked += chunk.byteLength;
        return writer.write(chunk);
      },
      close: () => writer.close(),
      abort: (reason) => writer.abort(reason),
    });
  }
  try {
    expect(await readFragment(bomb)).toBe('tooLarge');
  } finally {
    globalThis.TextDecoderStream = decode;
  }
  expect(unpacked).toBeGreaterThan(0);
  expect(unpacked).toBeLessThan(1_000_000);
});

it('shows invisible characters in code and in paths as escapes', async () => {
  const texts = { 'a\u200b': '// \u202e\u2028x()\r\n"👩‍💻"', b: '\0' };
  expect(await readFragment(packed(JSON.stringify(texts)))).toEqual(
    new Map([
      [String.raw`a\u200b`, `// \\u202e\\u2028x()\n"👩‍💻"`],
      ['b', String.raw`\u0000`],
    ]),
  );
});

it.each([
  'Your session has ended. Sign in at evil.example',
  '您的会话已结束，请登录evil.example',
  'x'.repeat(201),
])('an alert never contains a text instead of a path: %s', (path) => {
  expect(shownPath(chat)).toBe(chat);
  expect(shownPath('app/src/server/routes/api/(x)/[...slug].get.ts')).toMatch(
    /slug/,
  );
  expect(shownPath(path)).toBe('…');
});

it('accepts names of prototype members as file names', async () => {
  const texts = await readFragment(
    packed('{"__proto__":"a","constructor":""}'),
  );
  expect([...(texts as ReadonlyMap<string, string>).keys()]).toEqual([
    '__proto__',
    'constructor',
  ]);
  expect(Reflect.get({}, 'a')).toBeUndefined();
});

function packed(json: string): string {
  return linkMark + coded(deflateRawSync(json, { level: 9 }));
}

function coded(bytes: Buffer): string {
  return bytes.toString('base64url');
}
