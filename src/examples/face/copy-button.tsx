import Translate, { translate } from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { type ReactNode, useState } from 'react';
import styles from './styles.module.css';

/**
 * Copies a text, and says whether that worked. Without scripts it is not there.
 *
 * @param props `text` gives what is copied
 */
export function CopyButton({
  text,
}: {
  readonly text: () => string;
}): ReactNode {
  const [said, setSaid] = useState('');
  if (!useIsBrowser()) return null;
  const copy = () => {
    // A page that is not secure has no clipboard: that fails as a refusal does.
    void Promise.resolve()
      .then(() => navigator.clipboard.writeText(text()))
      .then(
        () =>
          setSaid(
            translate({
              id: 'example.file.copied',
              message: 'Copied.',
              description: 'Below the code of a file, after a copy',
            }),
          ),
        () =>
          setSaid(
            translate({
              id: 'example.file.notCopied',
              message: 'The browser does not allow copying.',
              description: 'Below the code of a file, after a copy that failed',
            }),
          ),
      );
  };
  return (
    <span>
      <button type="button" className={styles.copy} onClick={copy}>
        <Translate
          id="example.file.copy"
          description="Below the code of a file, on the page of an example"
        >
          Copy the file
        </Translate>
      </button>{' '}
      <span role="status">{said}</span>
    </span>
  );
}
