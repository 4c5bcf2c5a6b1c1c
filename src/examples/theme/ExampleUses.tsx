import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import { Fragment, type ReactNode, useMemo } from 'react';
import type { FileUses } from '../index.ts';
import styles from './styles.module.css';

/**
 * Lists the headings of the guide that show each file.
 *
 * @param props `groups`: a list of `FileUses` as JSON
 */
export function ExampleUses({
  groups,
}: {
  readonly groups: string;
}): ReactNode {
  const files = useMemo(() => JSON.parse(groups) as FileUses[], [groups]);
  if (files.length === 0) {
    return (
      <p>
        <Translate
          id="example.uses.none"
          description="On the page of an example of which the guide shows no file"
        >
          The guide shows none of its files; it quotes what its tests recorded.
        </Translate>
      </p>
    );
  }
  return (
    <ul className={styles.uses}>
      {files.map(({ path, uses }) => (
        <li key={path}>
          <code>{path}</code>
          <ul>
            {uses.map(({ to, page, heading }) => (
              <li key={to}>
                <Link to={to}>
                  {page}
                  {heading !== '' && ': '}
                  {withCode(heading)}
                </Link>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

/** Renders the inline code of a heading. */
function withCode(heading: string): ReactNode {
  return heading
    .split('`')
    .map((part, index) =>
      index % 2 === 1 ? (
        <code key={index}>{part}</code>
      ) : (
        <Fragment key={index}>{part}</Fragment>
      ),
    );
}
