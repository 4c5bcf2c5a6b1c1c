/** A picture that others show beside a link. */
export interface Picture {
  readonly path: string;
  readonly width: number;
  readonly height: number;
}

/** A page, as search engines are told of it. */
export interface DescribedPage {
  /** Its path on the host. */
  readonly permalink: string;
  readonly title: string;
  readonly description: string;
  /** The labels of the categories that it stands below, the outermost first. */
  readonly categories: readonly string[];
  /** A picture of it: its path on the host, and its size in pixels. */
  readonly image?: Picture;
  /** The same page in the language that it was written in: its path on the host. None if this is that page. */
  readonly original?: string | undefined;
  /** When it was last changed, in milliseconds since 1970. */
  readonly changed?: number | undefined;
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
  const { title, description, categories, image, original, changed } = page;
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
      ...(image === undefined ? {} : { image: address(image.path) }),
      ...(changed === undefined
        ? {}
        : { dateModified: new Date(changed).toISOString() }),
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
 * What names the picture of a page, to those who show links to it.
 *
 * @param page the page; it has a picture
 * @param image its picture
 * @param origin of the site, without a slash at its end
 * @returns elements for the head of the page
 */
export function pictureTags(
  { title }: DescribedPage,
  image: Picture,
  origin: string,
): string {
  const url = origin + image.path;
  const properties = {
    'og:image': url,
    'og:image:width': String(image.width),
    'og:image:height': String(image.height),
    'og:image:alt': title,
  };
  return [
    ...Object.entries(properties).map(
      ([name, value]) =>
        `<meta property="${name}" content="${escaped(value)}">`,
    ),
    `<meta name="twitter:image" content="${escaped(url)}">`,
  ].join('');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;');
}

/**
 * A block of data for the head of a page. It is no script: no policy has to allow it.
 *
 * @param data what the block holds
 */
export function dataBlock(data: object): string {
  // In a script, only this character can end it.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return `<script type="application/ld+json">${json}</script>`;
}

/**
 * Puts elements at the end of the head of a page.
 *
 * @param html of the page
 * @param tags the elements
 * @throws when the page has no head
 */
export function withTags(html: string, tags: string): string {
  const end = '</head>';
  if (!html.includes(end)) {
    throw new Error(`A page has no ${end}: its data belongs before it.`);
  }
  return html.replace(end, () => tags + end);
}
