import { translate } from '@docusaurus/Translate';
import CodeBlock from '@theme/CodeBlock';
import TabItem from '@theme/TabItem';
import Tabs from '@theme/Tabs';
import { type ReactNode, useMemo } from 'react';
import type { RunCommand } from '../index.ts';
import styles from './styles.module.css';

/**
 * Shows the command that runs an example, for each package manager.
 *
 * @param props `commands`: a list of `RunCommand` as JSON
 */
export function ExampleCommands({
  commands,
}: {
  readonly commands: string;
}): ReactNode {
  const lines = useMemo(() => JSON.parse(commands) as RunCommand[], [commands]);
  return (
    <Tabs
      groupId="package-manager"
      values={lines.map(({ manager }) => ({
        value: manager,
        label: manager,
      }))}
    >
      {lines.map(({ manager, command }) => (
        <TabItem key={manager} value={manager}>
          <CodeBlock
            className={styles.command ?? ''}
            language="bash"
            title={translate(
              {
                id: 'example.command.title',
                message: 'With {manager}',
                description: 'Title of a command; {manager} is npm, or pnpm',
              },
              { manager },
            )}
          >
            {command}
          </CodeBlock>
        </TabItem>
      ))}
    </Tabs>
  );
}
