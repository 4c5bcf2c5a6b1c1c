import './client.css';

document.addEventListener('click', (event) => {
  const { target } = event;
  if (target instanceof HTMLButtonElement && target.dataset['entry']) {
    void open(target, target.dataset['entry']);
  }
});

/**
 * Opens an entry in the editor of the server's user, and copies its location.
 *
 * @param button shows the result
 * @param place `file:line`
 */
async function open(button: HTMLButtonElement, place: string): Promise<void> {
  const query = new URLSearchParams({ fileName: place });
  const done = await Promise.allSettled([
    fetch(`/webpack-dev-server/open-editor?${query}`),
    navigator.clipboard.writeText(place),
  ]);
  const words = ['sent to the editor', 'copied'];
  button.dataset['done'] =
    words.filter((_, index) => done[index]?.status === 'fulfilled').join(', ') +
    `: ${place}`;
}
