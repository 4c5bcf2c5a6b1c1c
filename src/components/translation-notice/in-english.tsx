import Translate from '@docusaurus/Translate';
import { useDoc } from '@docusaurus/plugin-content-docs/client';
import type { ReactNode } from 'react';
import { Links } from './links.tsx';

/** Above a page of which so little is translated that all of it is in English. */
export function InEnglish(): ReactNode {
  const { metadata } = useDoc();
  return (
    <p className="translation-notice translation-notice--english" role="note">
      <Translate
        id="translationNotice.english"
        description="Above a page that is shown in English because too little of it is translated"
      >
        This page is in English: too little of it is translated.
      </Translate>{' '}
      <Links editUrl={metadata.editUrl} />
    </p>
  );
}
