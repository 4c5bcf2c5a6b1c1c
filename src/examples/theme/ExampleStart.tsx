import Translate from '@docusaurus/Translate';
import CodeBlock from '@theme/CodeBlock';
import { ExampleCommands } from './ExampleCommands.tsx';
import type { ReactNode } from 'react';

/** Attributes that the plugin writes into a page. */
interface StartProps {
  /** A list of `RunCommand` as JSON. */
  readonly commands: string;
  /** The commands that run the example in a clone, one a line; missing if the repository is unknown. */
  readonly clone?: string;
}

/** Runs an example from its archive, or from a clone of the repository. */
export function ExampleStart({ commands, clone }: StartProps): ReactNode {
  return (
    <>
      <ExampleCommands commands={commands} />
      {clone !== undefined && (
        <>
          <p>
            <Translate
              id="example.clone"
              description="Above the commands that clone the repository"
            >
              Or clone the repository, which contains all examples:
            </Translate>
          </p>
          <CodeBlock language="bash">{clone}</CodeBlock>
        </>
      )}
    </>
  );
}
