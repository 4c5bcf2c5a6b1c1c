import { visible } from '../visible.ts';

/** Code by path from the folder of the apps. */
export type Texts = ReadonlyMap<string, string>;

/** Why a link was rejected. */
export type Refusal = 'tooLong' | 'tooLarge' | 'tooComplex' | 'damaged';

/** The start of a URL fragment that contains code. */
export const linkMark = '#edit=';

/** Limit of a fragment: browsers and chats accept URLs of this length. */
export const linkLimit = 16_000;

/** Limit of the code in a link, in characters. */
export const textLimit = 64_000;

/** Limits of the code in a link: lines, and non-ASCII characters, whose layout is slow. */
export const lineLimit = 1_000;
export const unusualLimit = 1_500;

/**
 * Encodes code in a URL fragment.
 *
 * @returns `#edit=…`; it may be longer than `linkLimit`
 */
export async function fragmentOf(texts: Texts): Promise<string> {
  const json = JSON.stringify(Object.fromEntries(texts));
  const packed = new Blob([json])
    .stream()
    .pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  const data = btoa(binary)
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
  return linkMark + data;
}

/**
 * Decodes an untrusted fragment. Decompression stops at the limits, and invisible characters become escapes.
 *
 * @param fragment of the URL, with its `#`
 */
export async function readFragment(fragment: string): Promise<Texts | Refusal> {
  if (fragment.length > linkLimit) return 'tooLong';
  const data = fragment.slice(linkMark.length);
  if (!fragment.startsWith(linkMark) || !/^[\w-]+$/.test(data)) {
    return 'damaged';
  }
  try {
    const json = await unpacked(data);
    if (json === undefined) return 'tooLarge';
    return textsOf(JSON.parse(json));
  } catch {
    // Wrong base64, deflate, UTF-8 or JSON.
    return 'damaged';
  }
}

/** @returns undefined for code that is too large */
async function unpacked(data: string): Promise<string | undefined> {
  const binary = atob(data.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (one) => one.charCodeAt(0));
  const reader = new Blob([bytes])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'))
    .pipeThrough(new TextDecoderStream('utf-8', { fatal: true }))
    .getReader();
  // JSON escapes take up to six characters.
  const most = 6 * textLimit;
  let text = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return text;
    text += value;
    if (text.length > most) {
      void reader.cancel();
      return undefined;
    }
  }
}

function textsOf(value: unknown): Texts | Refusal {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return 'damaged';
  }
  const texts = new Map<string, string>();
  let size = 0;
  for (const [path, text] of Object.entries(value)) {
    if (typeof text !== 'string') return 'damaged';
    // Invisible characters could hide what the code does.
    const shown = visible(text.replaceAll('\r\n', '\n'));
    size += shown.length;
    texts.set(visible(path), shown);
  }
  if (size > textLimit) return 'tooLarge';
  const code = [...texts.values()].join('\n');
  const count = (pattern: RegExp) => code.match(pattern)?.length ?? 0;
  if (count(/\n/g) > lineLimit || count(/[^\0-\x7f]/g) > unusualLimit) {
    return 'tooComplex';
  }
  return texts.size === 0 ? 'damaged' : texts;
}

/** Returns an unknown path of a link for an alert, in which a sentence would look like one of the page. */
export function shownPath(path: string): string {
  return /^[\w@()[\]./-]{1,200}$/.test(path) ? path : '…';
}

/** Code from the URL of the page, or the reason for its rejection. */
export type IncomingCode =
  { readonly texts: Texts } | { readonly refusal: Refusal };

/**
 * Reads the code in a URL for one of the playgrounds of a page. The editor shows it, and a reader runs it.
 *
 * @param fragment of the URL
 * @param of the handler of this playground
 * @returns undefined for code of another playground; the first playground gets code that matches none
 */
export async function readIncomingCode(
  fragment: string,
  of: string,
): Promise<IncomingCode | undefined> {
  const read = await readFragment(fragment);
  const all = [
    ...document.querySelectorAll<HTMLElement>('[data-playground]'),
  ].map(({ dataset }) => dataset['playground']);
  // The first file of a link is its handler.
  const paths = typeof read === 'string' ? [] : [...read.keys()];
  const meant = paths.find((one) => all.includes(one)) ?? all[0];
  if (meant !== of) return undefined;
  return typeof read === 'string' ? { refusal: read } : { texts: read };
}
