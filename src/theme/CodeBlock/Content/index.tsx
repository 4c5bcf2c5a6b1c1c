import { useCodeBlockContext } from '@docusaurus/theme-common/internal';
import type { Props } from '@theme/CodeBlock/Content';
import clsx from 'clsx';
import { type ReactNode, useContext } from 'react';
import { HighlightedCode } from '../../../highlighting/context.ts';
import { escaped } from '../../../highlighting/text.ts';
import styles from './styles.module.css';

/** The lines of a code block, as they were highlighted when the site was built. The theme's own would highlight them again in the browser. */
export default function CodeBlockContent({ className }: Props): ReactNode {
  const { metadata, wordWrap } = useCodeBlockContext();
  const html = useContext(HighlightedCode) ?? escaped(metadata.code);
  const isNumbered = metadata.lineNumbersStart !== undefined;
  return (
    <pre
      ref={wordWrap.codeBlockRef}
      tabIndex={0}
      className={clsx(
        className,
        `prism-code language-${metadata.language}`,
        styles.block,
        'thin-scrollbar',
      )}
    >
      <code className={clsx(styles.lines, isNumbered && styles.numbered)}>
        {html.split('\n').map((line, index) => (
          <div
            key={index}
            className={clsx('token-line', metadata.lineClassNames[index])}
            // An empty line has its height by the break.
            dangerouslySetInnerHTML={{ __html: `${line}<br>` }}
          />
        ))}
      </code>
    </pre>
  );
}
