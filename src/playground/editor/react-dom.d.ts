/** What the editor uses of React's renderer, whose types Docusaurus does not bring along. */
declare module 'react-dom' {
  import type { ReactNode, ReactPortal } from 'react';

  /** Draws somewhere else on the page. */
  export function createPortal(
    children: ReactNode,
    container: Element,
  ): ReactPortal;
}
