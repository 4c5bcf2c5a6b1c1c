/**
 * Copies the text at an address. The clipboard is asked at once, while the browser still knows that somebody has pressed a button.
 *
 * @param url of the text
 * @throws when it cannot be fetched, or the browser does not allow copying
 */
export async function copyTextAt(url: string): Promise<void> {
  const text = fetch(url).then((response) => {
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    return response.blob();
  });
  // An older Firefox has no such item, but it does not mind to wait.
  if (!('ClipboardItem' in window))
    return navigator.clipboard.writeText(await (await text).text());
  const plain = text.then((blob) => blob.slice(0, blob.size, 'text/plain'));
  return navigator.clipboard.write([
    new ClipboardItem({ 'text/plain': plain }),
  ]);
}
