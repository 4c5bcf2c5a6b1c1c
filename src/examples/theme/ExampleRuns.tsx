import Translate from '@docusaurus/Translate';
import useBaseUrl from '@docusaurus/useBaseUrl';
import { ExampleCommands } from './ExampleCommands.tsx';
import type { ReactNode } from 'react';
import styles from './styles.module.css';

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
      <p className={styles.ways}>
        <a
          className="button button--primary"
          href={useBaseUrl(`/stackblitz/${example}.html`)}
          target="_blank"
          rel="noopener nofollow"
        >
          <Translate
            id="example.stackblitz"
            description="Button on the page of an example"
          >
            Open in StackBlitz
          </Translate>
        </a>
        <a
          className="button button--secondary"
          href={useBaseUrl(`/downloads/${example}.zip`)}
          download
        >
          <Translate
            id="example.zip"
            description="Button on the page of an example"
            values={{ size: zip }}
          >
            {'Download as zip ({size} kB)'}
          </Translate>
        </a>
      </p>
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
