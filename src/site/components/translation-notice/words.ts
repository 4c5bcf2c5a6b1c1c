import { translate } from '@docusaurus/Translate';
import type { PageTranslation } from '../../../translation/reader/page-translation.ts';

/** Describes how much of a page is translated; without a number if all of it is. */
export function shareSentence(
  { share, drafts }: PageTranslation,
  language: string,
): string {
  const isDraft = drafts === 'all';
  if (share === 1)
    return isDraft
      ? translate({
          id: 'translationNotice.draft',
          message:
            'This page was translated by a machine; no person has reviewed it.',
          description:
            'Below a page whose whole translation was made by a machine',
        })
      : translate({
          id: 'translationNotice.complete',
          message: 'This page is translated from English.',
          description: 'Below a page that is translated as a whole',
        });
  const values = { share: percent(share, language) };
  return isDraft
    ? translate(
        {
          id: 'translationNotice.shareDraft',
          message:
            '{share} of this page is translated, by a machine; no person has reviewed it. The rest is in English.',
          description:
            'Below a page that is translated in part, all of that by a machine',
        },
        values,
      )
    : translate(
        {
          id: 'translationNotice.share',
          message:
            '{share} of this page is translated; the rest is in English.',
          description: 'Below a page that is translated in part',
        },
        values,
      );
}

/** Rounds down, so that 100 % means complete. */
function percent(share: number, language: string): string {
  const whole = Math.floor(share * 100) / 100;
  return new Intl.NumberFormat(language, { style: 'percent' }).format(whole);
}
