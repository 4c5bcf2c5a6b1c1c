import { useCodeBlockContext } from '@docusaurus/theme-common/internal';
import type { Props } from '@theme/CodeBlock/Content';
import clsx from 'clsx';
import { type ReactNode, useContext } from 'react';
import { highlightedLines, Tokens } from '../../../tokens.ts';
import { Fold } from './fold.tsx';
import styles from './styles.module.css';

/** The lines of a code block, highlighted at build time; the theme's component would highlight them in the browser. */
export default function CodeBlockContent({ className }: Props): ReactNode {
  const { metadata, wordWrap } = useCodeBlockContext();
  const tokens = useContext(Tokens);
  // Tokens include magic comments, which `code` lacks.
  const code =
    tokens === undefined
      ? metadata.code
      : metadata.codeInput.replace(/\n$/, '');
  const isNumbered = metadata.lineNumbersStart !== undefined;
  const lines = highlightedLines(code, tokens ?? '');
  return (
    <Fold lines={lines.length}>
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
          {lines.map((line, index) => (
            <div
              key={index}
              className={clsx('token-line', metadata.lineClassNames[index])}
              // <br> gives empty lines their height.
              dangerouslySetInnerHTML={{ __html: `${line}<br>` }}
            />
          ))}
        </code>
      </pre>
    </Fold>
  );
}
