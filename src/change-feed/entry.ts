/** One thing that has changed. */
export interface Entry {
  /** Stays the same when the entry grows. */
  readonly id: string;
  /** In seconds since 1970. */
  readonly updated: number;
  readonly title: string;
  /** The address of what it is about. */
  readonly link: string;
  /** What it says, as HTML. */
  readonly html: string;
}

/** Part of a text that stays what it is in HTML. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/**
 * A list in HTML.
 *
 * @param items each as HTML
 */
export function listOf(items: readonly string[]): string {
  return `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
}

/**
 * A link in HTML.
 *
 * @param url where it leads
 * @param words what it says, as a plain text
 */
export function linkTo(url: string, words: string): string {
  return `<a href="${escaped(url)}">${escaped(words)}</a>`;
}

/**
 * Names, of which only the first few are said.
 *
 * @param names all of them
 */
export function someOf(names: readonly string[]): string {
  const most = 3;
  const rest = names.length - most;
  return names.slice(0, most).join(', ') + (rest > 0 ? ` +${rest}` : '');
}
