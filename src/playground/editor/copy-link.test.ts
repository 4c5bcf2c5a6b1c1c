import { beforeEach, expect, it, vi } from 'vitest';
import { playgroundMessages, splitWords, playgroundWords } from '../words.ts';
import { copyLink } from './copy-link.ts';
import { readFragment } from './shared-link.ts';

const words = splitWords(playgroundWords((id) => playgroundMessages[id])).edit;
const copied = vi.fn<(text: string) => Promise<void>>();
const shown = vi.fn();

beforeEach(() => {
  vi.clearAllMocks();
  vi.stubGlobal('location', { href: 'https://example.org/chat#top' });
  vi.stubGlobal('history', { state: null, replaceState: shown });
  vi.stubGlobal('navigator', { clipboard: { writeText: copied } });
});

it.each([
  ['1,000 line breaks', '\n'.repeat(1_000)],
  ['1,500 non-ASCII characters', '聊'.repeat(1_500)],
  ['64,000 characters', 'a'.repeat(64_000)],
])('copies a link with %s that the page accepts', async (_, code) => {
  copied.mockResolvedValue();
  const texts = new Map([['chat.ts', code]]);
  expect(await copyLink(texts, words)).toBe(words['edit.linkCopied']);
  const [[link] = ['']] = copied.mock.calls;
  expect(await readFragment(new URL(link).hash)).toEqual(texts);
});

const tooComplex =
  'The code is too complex for a link: more than 1000 lines or 1500 non-ASCII characters.';

it.each([
  ['1,001 line breaks', '\n'.repeat(1_001), tooComplex],
  ['1,501 non-ASCII characters', '聊'.repeat(1_501), tooComplex],
  [
    '64,001 characters',
    'a'.repeat(64_001),
    'The code is too long for a link: 64001 characters, the limit is 64000.',
  ],
])('rejects a link with %s', async (_, code, message) => {
  expect(await copyLink(new Map([['chat.ts', code]]), words)).toBe(message);
  expect(copied).not.toHaveBeenCalled();
  expect(shown).not.toHaveBeenCalled();
});

it('counts the characters of a URL that is too long', async () => {
  // Incompressible text from a generator with a fixed seed.
  let seed = 1;
  const code = Array.from({ length: 40_000 }, () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return String.fromCharCode(32 + (seed % 95));
  }).join('');
  expect(await copyLink(new Map([['chat.ts', code]]), words)).toMatch(
    /^The code is too long for a link: \d{5} characters, the limit is 16000\.$/,
  );
  expect(copied).not.toHaveBeenCalled();
});

it("shows the link in the address bar if the browser can't copy it", async () => {
  copied.mockRejectedValue(new Error('NotAllowedError'));
  const texts = new Map([['chat.ts', 'a']]);
  expect(await copyLink(texts, words)).toBe(words['edit.linkShown']);
  expect(shown).toHaveBeenCalledOnce();
});
