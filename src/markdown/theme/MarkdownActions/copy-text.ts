/**
 * Copies the text at a URL. The clipboard is requested before the text arrives, while the user's click still allows it.
 *
 * @throws if the text can't be fetched, or the browser doesn't allow copying
 */
export async function copyTextAt(url: string): Promise<void> {
  const text = fetch(url).then((response) => {
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    return response.blob();
  });
  // Older versions of Firefox have no ClipboardItem, and allow copying later.
  if (!('ClipboardItem' in window))
    return navigator.clipboard.writeText(await (await text).text());
  const plain = text.then((blob) => blob.slice(0, blob.size, 'text/plain'));
  return navigator.clipboard.write([
    new ClipboardItem({ 'text/plain': plain }),
  ]);
}
