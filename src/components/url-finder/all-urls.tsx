import Translate from '@docusaurus/Translate';
import { Fragment, type ReactNode } from 'react';
import type { FinderData } from '../../evidence/layouts-finder.ts';
import { servers } from './choice.ts';
import { OutcomeOf } from './outcome.tsx';
import styles from './styles.module.css';
import { protocolWord, serverWord } from './words.ts';

/** Everything that the finder knows, as one table a layout, for readers without scripts. */
export function AllUrls({ data }: { readonly data: FinderData }): ReactNode {
  const seen = (place: number) => {
    const answer = data.answers[place];
    return answer && <OutcomeOf answer={answer} />;
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
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">
              <Translate id="urlFinder.url" description="URL finder: a column">
                URL
              </Translate>
            </th>
            {servers.map((server) => (
              <th key={server} scope="col">
                {serverWord(server)}
              </th>
            ))}
          </tr>
        </thead>
        {files.map(({ key, path, protocol, urls }) => (
          <tbody key={key}>
            <tr>
              <th colSpan={3} scope="rowgroup" className={styles.file}>
                {protocolWord(protocol)} <code>{path}</code>
              </th>
            </tr>
            {urls.map(([url, development, production]) => (
              <tr key={url}>
                <td>
                  <code>{url}</code>
                </td>
                <td>{seen(development)}</td>
                <td>{seen(production)}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </details>
  ));
}
