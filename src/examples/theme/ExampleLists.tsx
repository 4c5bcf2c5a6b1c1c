import { type ReactNode, useMemo } from 'react';
import styles from './styles.module.css';

/** A recorded file. */
interface RecordFile {
  readonly path: string;
  /** Its URL in the repository. */
  readonly url?: string;
}

/**
 * Lists the files that the tests of an example recorded.
 *
 * @param props `records`: paths and URLs as JSON
 */
export function ExampleEvidence({
  records,
}: {
  readonly records: string;
}): ReactNode {
  const files = useMemo(() => JSON.parse(records) as RecordFile[], [records]);
  return (
    <ul className={styles.list}>
      {files.map(({ path, url }) => (
        <li key={path}>
          {url === undefined ? (
            <code>{path}</code>
          ) : (
            <a href={url}>
              <code>{path}</code>
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

/**
 * Lists the packages of an example.
 *
 * @param props `versions`: pairs of name and version as JSON
 */
export function ExampleVersions({
  versions,
}: {
  readonly versions: string;
}): ReactNode {
  const packages = useMemo(
    () => JSON.parse(versions) as [name: string, version: string][],
    [versions],
  );
  return (
    <ul className={styles.list}>
      {packages.map(([name, version]) => (
        <li key={name}>
          <code>{name}</code> {version}
        </li>
      ))}
    </ul>
  );
}
