import Translate from '@docusaurus/Translate';
import { Fragment, type ReactNode } from 'react';
import type { FinderData } from '../../evidence/layouts-finder.ts';
import { answers, type Choice, seenUrls } from './choice.ts';
import { OutcomeOf } from './outcome.tsx';
import styles from './styles.module.css';
import { protocolWord, serverWord } from './words.ts';

/** At which URL a file answers, and what is at the others where one could look for it. */
export function Result({
  choice,
  data,
}: {
  readonly choice: Choice;
  readonly data: FinderData;
}): ReactNode {
  const { layout, file, server } = choice;
  const seen = seenUrls(choice, data);
  const answering = seen.filter(answers);
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
          {protocolWord(file.protocol)} · {serverWord(server)}
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
          {seen.map(({ url, answer }) => (
            <tr key={url}>
              <td>
                <code>{url}</code>
              </td>
              <td>
                <OutcomeOf answer={answer} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
