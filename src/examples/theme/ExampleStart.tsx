import CodeBlock from '@theme/CodeBlock';
import type { ReactNode } from 'react';
import { ExampleLinks } from './ExampleLinks.tsx';
import styles from './styles.module.css';

/** Attributes that the plugin writes into a page. */
interface StartProps {
  readonly example: string;
  /** Size of the zip in kilobytes. */
  readonly zip: string;
  /** The command that fetches the example and runs it. */
  readonly command: string;
  /** The command that runs the example in a clone; missing if the repository is unknown. */
  readonly clone?: string;
}

/** Runs an example: from its archive, from a clone of the repository, in StackBlitz. */
export function ExampleStart({
  example,
  zip,
  command,
  clone,
}: StartProps): ReactNode {
  return (
    <div className={styles.start}>
      {[command, clone].map(
        (line) =>
          line !== undefined && (
            <CodeBlock
              key={line}
              className={styles.command ?? ''}
              language="bash"
            >
              {line}
            </CodeBlock>
          ),
      )}
      <ExampleLinks example={example} zip={zip} size="sm" />
    </div>
  );
}
