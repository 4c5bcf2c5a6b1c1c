import Translate from '@docusaurus/Translate';
import { Fragment, type ReactNode } from 'react';
import type { FinderData } from '../../measured/layouts-finder.ts';
import { answers, type Choice, measuredUrls } from './choice.ts';
import { OutcomeLabel } from './outcome.tsx';
import styles from './styles.module.css';
import { protocolLabel, serverLabel } from './labels.ts';

/** The URLs of a file, and the responses at other likely URLs. */
export function Result({
  choice,
  data,
}: {
  readonly choice: Choice;
  readonly data: FinderData;
}): ReactNode {
  const { layout, file, server } = choice;
  const measured = measuredUrls(choice, data);
  const answering = measured.filter(answers);
  return (
    <>
      <div
        className={styles.result}
        role="status"
        data-found={answering.length > 0}
      >
        <p className={styles.where}>
          {layout.about}{' '}
          {layout.settings.map((setting) => (
            <Fragment key={setting}>
              <code>{setting}</code>{' '}
            </Fragment>
          ))}
        </p>
        <p className={styles.where}>
          {protocolLabel(file.protocol)} · {serverLabel(server)}
        </p>
        <p className={styles.answer}>
          {answering.length > 0 ? (
            <Translate
              id="urlFinder.answersAt"
              description="URL finder: {urls} are those at which a route answers"
              values={{
                urls: (
                  <>
                    {answering.map(({ url }, index) => (
                      <Fragment key={url}>
                        {index > 0 && ' '}
                        <code>{url}</code>
                      </Fragment>
                    ))}
                  </>
                ),
              }}
            >
              {'Answers at {urls}'}
            </Translate>
          ) : (
            <Translate
              id="urlFinder.nowhere"
              description="URL finder: a route answers nowhere"
            >
              No URL leads to this file.
            </Translate>
          )}
        </p>
      </div>
      <table className={styles.table}>
        <caption>
          <Translate
            id="urlFinder.asked"
            description="URL finder: above the table of all URLs that were asked"
          >
            Every URL at which this file was looked for
          </Translate>
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <Translate id="urlFinder.url" description="URL finder: a column">
                URL
              </Translate>
            </th>
            <th scope="col">
              <Translate id="urlFinder.seen" description="URL finder: a column">
                What a client sees
              </Translate>
            </th>
          </tr>
        </thead>
        <tbody>
          {measured.map(({ url, answer }) => (
            <tr key={url}>
              <td>
                <code>{url}</code>
              </td>
              <td>
                <OutcomeLabel answer={answer} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
