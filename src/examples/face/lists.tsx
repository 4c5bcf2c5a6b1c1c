import { type ReactNode, useMemo } from 'react';
import styles from './styles.module.css';

/** A file that a run has written. */
interface RecordFile {
  readonly path: string;
  /** Its address in the repository, if that is known. */
  readonly url?: string;
}

/**
 * What the tests of an example recorded.
 *
 * @param props `records` is written by the plugin: a list of files as JSON
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
 * The packages that an example asks for, with the versions that its tests ran with.
 *
 * @param props `versions` is written by the plugin: pairs of name and version as JSON
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
