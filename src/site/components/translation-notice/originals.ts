import { translate } from '@docusaurus/Translate';

/**
 * Adds a button to each translated block, which shows its original below it.
 *
 * @param originalUrl the page in the default language; fetched when the first button is pressed
 * @returns removes all buttons and originals
 */
export function addOriginalButtons(originalUrl: string): () => void {
  let page: Promise<Document> | undefined;
  const original = async (message: string): Promise<Element | null> => {
    page ??= fetchPage(originalUrl);
    // Retry with the next press.
    page.catch(() => (page = undefined));
    return (await page).querySelector(`[data-message="${message}"]`);
  };
  const blocks = document.querySelectorAll<HTMLElement>(
    '.theme-doc-markdown [data-message]',
  );
  const buttons = [...blocks]
    .filter(isTranslated)
    .map((block) => addButton(block, original));
  return () => {
    for (const { button, shown } of buttons) {
      button.remove();
      shown.remove();
    }
  };
}

/** Blocks that are shown in English need no button. */
function isTranslated(block: HTMLElement): boolean {
  return (
    !block.lang && !block.querySelector(':scope > [lang][data-translation]')
  );
}

function addButton(
  block: HTMLElement,
  original: (message: string) => Promise<Element | null>,
) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'original-button';
  button.textContent = 'EN';
  const name = translate({
    id: 'translationNotice.button',
    message: 'EN: show the original of this paragraph',
    description:
      'The button at a paragraph that shows its English; begins with the EN that is seen',
  });
  button.setAttribute('aria-label', name);
  button.setAttribute('aria-expanded', 'false');
  const shown = document.createElement('span');
  shown.className = 'original';
  button.addEventListener('click', () => void toggle());
  // Before the invisible link of a heading.
  const link = block.querySelector(':scope > .hash-link');
  if (link) link.before(button);
  else block.append(button);
  return { button, shown };

  async function toggle(): Promise<void> {
    if (shown.isConnected) {
      shown.remove();
      button.setAttribute('aria-expanded', 'false');
      return;
    }
    const found = await original(block.dataset['message'] ?? '').catch(
      () => null,
    );
    if (!button.isConnected) return;
    if (found) {
      shown.lang = found.closest<HTMLElement>('[lang]')?.lang ?? '';
      shown.replaceChildren(...childrenOf(found));
    } else
      shown.textContent = translate({
        id: 'translationNotice.unreachable',
        message: 'The English page couldn’t be loaded.',
        description: 'Shown below a paragraph in place of its English',
      });
    block.append(shown);
    button.setAttribute('aria-expanded', 'true');
  }
}

async function fetchPage(url: string): Promise<Document> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}

/** Copies the children of a block, without ids and the link of a heading. */
function childrenOf(block: Element): Node[] {
  const copy = document.importNode(block, true);
  for (const link of copy.querySelectorAll('.hash-link')) link.remove();
  for (const element of copy.querySelectorAll('[id]'))
    element.removeAttribute('id');
  return [...copy.childNodes];
}
