import './client.css';

document.addEventListener('click', (event) => {
  const { target } = event;
  if (target instanceof HTMLButtonElement && target.dataset['entry']) {
    void open(target, target.dataset['entry']);
  }
});

/**
 * Opens an entry in the editor of whoever runs the server, and copies its place for those who have another.
 *
 * @param button - Says what was done.
 * @param place - `file:line`.
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
