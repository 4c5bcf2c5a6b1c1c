import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { useAlternatePageUtils } from '@docusaurus/theme-common/internal';

/**
 * The address of this page in the language that it was written in.
 *
 * @param options - Whether it begins with the origin.
 * @returns The address.
 */
export function useOriginalUrl({
  fullyQualified,
}: {
  readonly fullyQualified: boolean;
}): string {
  const {
    i18n: { defaultLocale },
  } = useDocusaurusContext();
  return useAlternatePageUtils().createUrl({
    locale: defaultLocale,
    fullyQualified,
  });
}
