import { siteConfig } from '../../../site.config.ts';
import { defaultLabels } from '../../evidence/bind/labels.ts';
import { measuredLabels } from '../measured/labels.ts';
import { openFeedback } from '../../translation/dev/feedback.ts';
import { currentLocale, interfaceText } from '../../translation/index.ts';
import { siteSettings } from './settings.ts';

/** URLs of the site and its repository. */
export const settings = siteSettings(process.env);

/** The language that is being built. */
export const locale = currentLocale(
  siteConfig.locales,
  siteConfig.defaultLocale,
);

/** Whether it is the language of the sources. */
export const isDefaultLocale = locale === siteConfig.defaultLocale;

/** Language tag of the pages that are built. */
export const languageTag = siteConfig.languages[locale]?.lang ?? locale;

/** Messages for translators, on the development server of a translated language. */
const feedback =
  process.env['NODE_ENV'] === 'development' && !isDefaultLocale
    ? openFeedback()
    : undefined;

/** Options of the translation. */
export const translation = {
  root: siteConfig.root,
  docsDir: siteConfig.docsDir,
  catalogueDir: siteConfig.catalogueDir,
  defaultLocale: siteConfig.defaultLocale,
  locale,
  feedback,
  content: siteConfig,
};

/** Looks up an interface text in the language that is being built. */
export const text = interfaceText(translation, siteConfig.interfaceMessages);

/** Labels of recorded values. */
export const labels = {
  ...textsOf(defaultLabels),
  ...textsOf(measuredLabels),
  ...textsOf(siteConfig.layouts),
};

/** Base URL of the language that is being built. */
export const localeBaseUrl = isDefaultLocale
  ? settings.baseUrl
  : `${settings.baseUrl}${locale}/`;

function textsOf<Id extends string>(messages: Readonly<Record<Id, string>>) {
  const ids = Object.keys(messages) as Id[];
  const textOf = interfaceText(translation, messages);
  return Object.fromEntries(ids.map((id) => [id, textOf(id)]));
}
