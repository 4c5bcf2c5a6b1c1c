import Translate from '@docusaurus/Translate';
import { ExampleCommands } from './ExampleCommands.tsx';
import { ExampleLinks } from './ExampleLinks.tsx';
import type { ReactNode } from 'react';

/** Attributes that the plugin writes into a page. */
interface RunsProps {
  readonly example: string;
  /** Size of the zip in kilobytes. */
  readonly zip: string;
  /** Size of the other archive. */
  readonly tar: string;
  /** A list of `RunCommand` as JSON. */
  readonly commands: string;
}

/** Runs an example elsewhere: in StackBlitz, from an archive, with one command. */
export function ExampleRuns({
  example,
  zip,
  tar,
  commands,
}: RunsProps): ReactNode {
  return (
    <>
      <ExampleLinks example={example} zip={zip} />
      <p>
        <Translate
          id="example.stackblitz.note"
          description="Below the buttons on the page of an example"
        >
          The first button sends the files of the example to stackblitz.com,
          which runs them in your browser. The tests of this site check what is
          sent, not what becomes of it there.
        </Translate>
      </p>
      <p>
        <Translate
          id="example.command"
          description="Above the command on the page of an example"
          values={{ size: tar }}
        >
          {
            'Or run it on your own machine. One command fetches the example ({size} kB), installs it and starts its development server:'
          }
        </Translate>
      </p>
      <ExampleCommands commands={commands} />
    </>
  );
}
