import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { Answer } from '../../evidence/layouts-record.ts';
import styles from './styles.module.css';
import { outcomeWord } from './words.ts';

/** What a client sees at a URL: words, the status, and where a redirect ends. */
export function OutcomeOf({ answer }: { readonly answer: Answer }): ReactNode {
  const { outcome, status, location, leadsTo } = answer;
  return (
    <span className={styles.outcome} data-outcome={outcome}>
      {status !== undefined && outcome !== 'answers' && (
        <>
          <code>{status}</code>{' '}
        </>
      )}
      {outcomeWord(outcome)}
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
                outcome: outcomeWord(leadsTo),
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
