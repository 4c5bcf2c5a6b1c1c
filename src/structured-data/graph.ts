/** A page, as search engines are told of it. */
export interface DescribedPage {
  /** Its path on the host. */
  readonly permalink: string;
  readonly title: string;
  readonly description: string;
  /** The labels of the categories that it stands below, the outermost first. */
  readonly categories: readonly string[];
  /** Path of a picture of it on the host. */
  readonly image?: string | undefined;
  /** The same page in the language that it was written in: its path on the host. None if this is that page. */
  readonly original?: string | undefined;
}

/** The site, in the language that is built. */
export interface DescribedSite {
  readonly name: string;
  readonly description: string;
  /** Its origin, without a slash at its end. */
  readonly origin: string;
  /** Its path in that language, with a slash at both ends. */
  readonly baseUrl: string;
  readonly language: string;
}

/**
 * What a page is, in the words of schema.org: an article of a site with the way to it; the root of the site is the site itself.
 *
 * @param page the page
 * @param site the site
 * @returns the data, for a block of JSON-LD
 */
export function graphOf(page: DescribedPage, site: DescribedSite): object {
  const address = (permalink: string) => site.origin + permalink;
  const root = address(site.baseUrl);
  const about = {
    '@type': 'WebSite',
    '@id': `${root}#site`,
    url: root,
    name: site.name,
    inLanguage: site.language,
  };
  if (page.permalink === site.baseUrl) {
    return graph([{ ...about, description: site.description }]);
  }
  const { title, description, categories, image, original } = page;
  const url = address(page.permalink);
  return graph([
    {
      '@type': 'TechArticle',
      '@id': `${url}#article`,
      url,
      headline: title,
      description,
      inLanguage: site.language,
      isPartOf: about,
      ...(categories.length === 0
        ? {}
        : { articleSection: categories.join(' › ') }),
      ...(image === undefined ? {} : { image: address(image) }),
      ...(original === undefined
        ? {}
        : { translationOfWork: { '@id': `${address(original)}#article` } }),
    },
    {
      '@type': 'BreadcrumbList',
      itemListElement: [
        { name: site.name, item: root },
        { name: title, item: url },
      ].map((item, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        ...item,
      })),
    },
  ]);
}

function graph(nodes: readonly object[]): object {
  return { '@context': 'https://schema.org', '@graph': nodes };
}

/**
 * Puts a block of data into the head of a page. It is no script: no policy has to allow it.
 *
 * @param html of the page
 * @param data what the block holds
 * @throws when the page has no head
 */
export function withData(html: string, data: object): string {
  const end = '</head>';
  if (!html.includes(end)) {
    throw new Error(`A page has no ${end}: its data belongs before it.`);
  }
  // In a script, only this character can end it.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return html.replace(
    end,
    () => `<script type="application/ld+json">${json}</script>${end}`,
  );
}
