import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { Answer } from '../../measured/layouts-record.ts';
import styles from './styles.module.css';
import { outcomeLabel } from './labels.ts';

/** The response at a URL: a label, its status, and the target of a redirect. */
export function OutcomeLabel({
  answer,
}: {
  readonly answer: Answer;
}): ReactNode {
  const { outcome, status, location, leadsTo } = answer;
  return (
    <span className={styles.outcome} data-outcome={outcome}>
      {status !== undefined && outcome !== 'answers' && (
        <>
          <code>{status}</code>{' '}
        </>
      )}
      {outcomeLabel(outcome)}
      {location !== undefined && (
        <>
          {' → '}
          {leadsTo === undefined ? (
            <code>{location}</code>
          ) : (
            <Translate
              id="urlFinder.leadsTo"
              description="URL finder: {location} is where a redirect leads, {outcome} what a client sees there"
              values={{
                location: <code>{location}</code>,
                outcome: outcomeLabel(leadsTo),
              }}
            >
              {'{location}: {outcome}'}
            </Translate>
          )}
        </>
      )}
    </span>
  );
}
