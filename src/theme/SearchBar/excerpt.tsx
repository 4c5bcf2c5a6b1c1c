import type { ReactNode } from 'react';

/**
 * Shows an excerpt of the search engine: of its HTML only the text and the
 * marks are taken over.
 */
export function Excerpt({ html }: { readonly html: string }): ReactNode {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return [...body.childNodes].map((node, index) =>
    node.nodeName === 'MARK' ? (
      <mark key={index}>{node.textContent}</mark>
    ) : (
      node.textContent
    ),
  );
}
