declare module '@theme/ClosedPlayground' {
  import type { ComponentType } from 'react';

  const ClosedPlayground: ComponentType<Readonly<Record<string, unknown>>>;
  export default ClosedPlayground;
}

declare module 'prismjs/components/prism-core.js' {
  import Prism from 'prismjs';

  export default Prism;
}

/** The used part of React's renderer, whose types Docusaurus doesn't install. */
declare module 'react-dom' {
  import type { ReactNode, ReactPortal } from 'react';

  /** Renders into another element. */
  export function createPortal(
    children: ReactNode,
    container: Element,
  ): ReactPortal;
}

/** The part of React's renderer that a test uses. */
declare module 'react-dom/client' {
  import type { ReactNode } from 'react';

  export function createRoot(container: Element): {
    render(node: ReactNode): void;
    unmount(): void;
  };
}
