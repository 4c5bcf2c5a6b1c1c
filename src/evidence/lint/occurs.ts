/**
 * Whether a name stands in a text and is not a part of a longer one.
 *
 * @param name what is looked for
 * @param text where
 */
export function occurs(name: string, text: string): boolean {
  const startsWord = /^[\w$]/.test(name);
  const endsWord = /[\w$]$/.test(name);
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const before = text[at - 1] ?? '';
    const after = text[at + name.length] ?? '';
    if (
      !(startsWord && /[\w$]/.test(before)) &&
      !(endsWord && /[\w$]/.test(after))
    ) {
      return true;
    }
  }
  return false;
}
