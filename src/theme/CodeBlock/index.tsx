import Translate from '@docusaurus/Translate';
import type { WrapperProps } from '@docusaurus/types';
import type CodeBlockType from '@theme/CodeBlock';
import CodeBlock from '@theme-original/CodeBlock';
import type { ReactNode } from 'react';
import { FileTitle } from './file-title.tsx';
import styles from './styles.module.css';

const sourceMeta = /(?:^|\s)source="([^"]*)"/;
const titleMeta = /(?:^|\s)title="([^"]*)"/;
const pageMeta = /(?:^|\s)page="([^"]*)"/;

/** A code block; the name of an example's file leads to the whole of it, and below stands a link to its lines. */
export default function CodeBlockWithSource(
  props: WrapperProps<typeof CodeBlockType>,
): ReactNode {
  const meta = props.metastring ?? '';
  const source = sourceMeta.exec(meta)?.[1];
  const title = titleMeta.exec(meta)?.[1];
  const page = pageMeta.exec(meta)?.[1];
  const block =
    title === undefined || page === undefined ? (
      <CodeBlock {...props} />
    ) : (
      <CodeBlock
        {...props}
        // A title in the meta would be taken instead.
        metastring={meta.replace(titleMeta, '')}
        title={<FileTitle name={title} page={page} />}
      />
    );
  if (source === undefined) return block;
  return (
    <div className={styles.block}>
      {block}
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
