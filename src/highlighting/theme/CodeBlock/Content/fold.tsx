import Translate from '@docusaurus/Translate';
import { type ReactNode, useRef } from 'react';
import styles from './styles.module.css';

/** Longer code is folded; one or two lines more aren't worth a click. */
const maxLines = 28;

/**
 * Shows the beginning of long code, and all of it after a click. It works without scripts; a browser's search in the page unfolds the
 * code.
 */
export function Fold({
  lines,
  children,
}: {
  readonly lines: number;
  readonly children: ReactNode;
}): ReactNode {
  const toggle = useRef<HTMLDetailsElement>(null);
  if (lines <= maxLines) return children;
  return (
    <div
      className={styles.folded}
      onScrollCapture={({ target }) => {
        if (!(target instanceof Element) || target.scrollTop === 0) return;
        if (toggle.current) toggle.current.open = true;
      }}
    >
      {/* Before the code, so that its state can style the code. */}
      <details className={styles.fold} ref={toggle} data-pagefind-ignore="all">
        <summary>
          <span className={styles.more}>
            <Translate
              id="codeBlock.unfold"
              description="Below the first lines of a long code block"
              values={{ lines }}
            >
              {'Show all {lines} lines'}
            </Translate>
          </span>
          <span className={styles.less}>
            <Translate
              id="codeBlock.fold"
              description="Below a long code block that is completely visible"
            >
              Show fewer lines
            </Translate>
          </span>
        </summary>
      </details>
      {children}
    </div>
  );
}
