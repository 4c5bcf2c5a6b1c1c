import Translate from '@docusaurus/Translate';
import clsx from 'clsx';
import { Fragment, type ReactNode } from 'react';
import type { FinderData } from '../../measured/layouts-finder.ts';
import { type Server, servers } from './choice.ts';
import { OutcomeLabel } from './outcome.tsx';
import styles from './styles.module.css';
import { protocolLabel, serverLabel } from './labels.ts';

// Explicit roles, since some browsers drop the table semantics when CSS stacks a table on phones.

/** All URLs as one table per layout, for readers without scripts. */
export function AllUrls({ data }: { readonly data: FinderData }): ReactNode {
  const cell = (server: Server, index: number) => {
    const answer = data.answers[index];
    return (
      <td role="cell" data-label={serverLabel(server)}>
        {answer && <OutcomeLabel answer={answer} />}
      </td>
    );
  };
  return data.layouts.map(({ name, about, settings, files }, index) => (
    <details key={name} className={styles.layout} open={index === 0}>
      <summary>
        {about}{' '}
        {settings.map((setting) => (
          <Fragment key={setting}>
            <code>{setting}</code>{' '}
          </Fragment>
        ))}
      </summary>
      <table className={clsx(styles.table, styles.all)} role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              <Translate id="urlFinder.url" description="URL finder: a column">
                URL
              </Translate>
            </th>
            {servers.map((server) => (
              <th key={server} scope="col" role="columnheader">
                {serverLabel(server)}
              </th>
            ))}
          </tr>
        </thead>
        {files.map(({ key, path, protocol, urls }) => (
          <tbody key={key} role="rowgroup">
            <tr role="row">
              <th
                colSpan={3}
                scope="rowgroup"
                role="rowheader"
                className={styles.file}
              >
                {protocolLabel(protocol)} <code>{path}</code>
              </th>
            </tr>
            {urls.map(([url, development, production]) => (
              <tr key={url} role="row">
                <td role="cell">
                  <code>{url}</code>
                </td>
                {cell('development', development)}
                {cell('production', production)}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </details>
  ));
}
