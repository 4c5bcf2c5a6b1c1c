import Translate from '@docusaurus/Translate';
import clsx from 'clsx';
import { Fragment, type ReactNode } from 'react';
import type { FinderData } from '../../evidence/layouts-finder.ts';
import { type Server, servers } from './choice.ts';
import { OutcomeOf } from './outcome.tsx';
import styles from './styles.module.css';
import { protocolWord, serverWord } from './words.ts';

// Roles are written out because a table that CSS stacks on a phone is no table to some browsers.

/** Everything that the finder knows, as one table a layout, for readers without scripts. */
export function AllUrls({ data }: { readonly data: FinderData }): ReactNode {
  const seen = (server: Server, place: number) => {
    const answer = data.answers[place];
    return (
      <td role="cell" data-label={serverWord(server)}>
        {answer && <OutcomeOf answer={answer} />}
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
                {serverWord(server)}
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
                {protocolWord(protocol)} <code>{path}</code>
              </th>
            </tr>
            {urls.map(([url, development, production]) => (
              <tr key={url} role="row">
                <td role="cell">
                  <code>{url}</code>
                </td>
                {seen('development', development)}
                {seen('production', production)}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </details>
  ));
}
