import Translate from '@docusaurus/Translate';
import type { WrapperProps } from '@docusaurus/types';
import type CodeBlockType from '@theme/CodeBlock';
import CodeBlock from '@theme-original/CodeBlock';
import type { ReactNode } from 'react';
import styles from './styles.module.css';

const sourceMeta = /(?:^|\s)source="([^"]*)"/;

/** A code block; one that shows lines of an example links to them. */
export default function CodeBlockWithSource(
  props: WrapperProps<typeof CodeBlockType>,
): ReactNode {
  const source = sourceMeta.exec(props.metastring ?? '')?.[1];
  if (source === undefined) {
    return <CodeBlock {...props} />;
  }
  return (
    <div className={styles.block}>
      <CodeBlock {...props} />
      <a className={styles.source} href={source}>
        <Translate
          id="codeBlock.source"
          description="The link below a snippet that leads to its lines in the repository"
        >
          These lines in the repository
        </Translate>
      </a>
    </div>
  );
}
