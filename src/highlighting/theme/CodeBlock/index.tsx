import Translate from '@docusaurus/Translate';
import type { Props as ThemeProps } from '@theme/CodeBlock';
import ElementContent from '@theme/CodeBlock/Content/Element';
import StringContent from '@theme/CodeBlock/Content/String';
import type { ReactNode } from 'react';
import { Tokens } from '../../tokens.ts';
import { FileTitle } from './file-title.tsx';
import styles from './styles.module.css';

interface Props extends ThemeProps {
  /** Set by `rehypeHighlight`. */
  readonly tokens?: string;
  /** URL of the shown lines in the repository. */
  readonly source?: string;
  /** Path of a page that shows the whole file, from the root of the site in any language. */
  readonly page?: string;
  /** Empty if the code is only a part of the file. */
  readonly excerpt?: string;
}

/** A code block whose title links the whole file, with a link to its lines in the repository below. */
export default function CodeBlock({
  source,
  page,
  excerpt,
  ...props
}: Props): ReactNode {
  const { title } = props;
  const block =
    typeof title !== 'string' || (page ?? excerpt) === undefined ? (
      <Content {...props} />
    ) : (
      <Content
        {...props}
        title={
          <>
            {page === undefined ? (
              title
            ) : (
              <FileTitle name={title} page={page} />
            )}
            {excerpt !== undefined && <Excerpt />}
          </>
        }
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

/** Marks the title of code that is only a part of its file. */
function Excerpt(): ReactNode {
  return (
    <small className={styles.excerpt}>
      <Translate
        id="codeBlock.excerpt"
        description="Next to a file name above code that is only a part of the file"
      >
        excerpt
      </Translate>
    </small>
  );
}

/** Unlike the theme's, it isn't rendered again after hydration: the style sheet contains both color modes. */
function Content({
  tokens,
  children,
  ...props
}: Omit<Props, 'source' | 'page' | 'excerpt'>): ReactNode {
  return typeof children === 'string' ? (
    <Tokens value={tokens}>
      <StringContent {...props}>{children}</StringContent>
    </Tokens>
  ) : (
    <ElementContent {...props}>{children}</ElementContent>
  );
}
