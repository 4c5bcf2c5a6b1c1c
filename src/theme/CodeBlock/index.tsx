import Translate from '@docusaurus/Translate';
import type { Props } from '@theme/CodeBlock';
import ElementContent from '@theme/CodeBlock/Content/Element';
import StringContent from '@theme/CodeBlock/Content/String';
import type { ReactNode } from 'react';
import { HighlightedCode } from '../../highlighting/context.ts';
import { textOf } from '../../highlighting/text.ts';
import { FileTitle } from './file-title.tsx';
import styles from './styles.module.css';

const sourceMeta = /(?:^|\s)source="([^"]*)"/;
const titleMeta = /(?:^|\s)title="([^"]*)"/;
const pageMeta = /(?:^|\s)page="([^"]*)"/;

interface CodeBlockProps extends Props {
  /** Its code as HTML, where the page has been written in MDX. */
  readonly highlighted?: string;
}

/** A code block; the name of an example's file leads to the whole of it, and below stands a link to its lines. */
export default function CodeBlockWithSource(props: CodeBlockProps): ReactNode {
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

/** Unlike the theme's, it is not rendered anew once scripts have started: the style sheet knows both colour modes. */
function CodeBlock({
  highlighted,
  children,
  ...props
}: CodeBlockProps): ReactNode {
  if (highlighted === undefined) {
    return typeof children === 'string' ? (
      <StringContent {...props}>{children}</StringContent>
    ) : (
      <ElementContent {...props}>{children}</ElementContent>
    );
  }
  return (
    <HighlightedCode value={highlighted}>
      <StringContent {...props}>{textOf(highlighted)}</StringContent>
    </HighlightedCode>
  );
}
