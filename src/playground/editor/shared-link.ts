/** The code of files by their paths from `examples/`. */
export type Texts = ReadonlyMap<string, string>;

/** Why the code of a link is not taken. */
export type Refusal = 'tooLong' | 'tooLarge' | 'damaged' | 'hidden';

/** What an address begins its fragment with when it carries code. */
export const linkMark = '#edit=';

/** The most characters of a fragment: browsers and chats still take them. */
export const linkLimit = 16_000;

/** The most characters of code in a link. */
export const textLimit = 64_000;

// Control characters, and those that turn the direction of what follows: code would read otherwise than it runs.
const hidden = /[\0-\x08\x0b-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/**
 * Packs code into the fragment of an address.
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
 * Reads what a stranger may have written. Nothing is unpacked beyond the limits.
 *
 * @param fragment of the address, with its `#`
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

/** @returns undefined for what is too large */
async function unpacked(data: string): Promise<string | undefined> {
  const binary = atob(data.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (one) => one.charCodeAt(0));
  const reader = new Blob([bytes])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'))
    .pipeThrough(new TextDecoderStream('utf-8', { fatal: true }))
    .getReader();
  // JSON writes some characters as six.
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
    if (hidden.test(text) || hidden.test(path)) return 'hidden';
    size += text.length;
    texts.set(path, text);
  }
  if (size > textLimit) return 'tooLarge';
  return texts.size === 0 ? 'damaged' : texts;
}
