import { escapeAttribute } from '../core/text.ts';

/** An image for link previews. */
export interface Picture {
  readonly path: string;
  readonly width: number;
  readonly height: number;
}

/** The metadata of a page. */
export interface DescribedPage {
  /** URL path. */
  readonly permalink: string;
  readonly title: string;
  readonly description: string;
  /** The labels of its categories, the outermost first. */
  readonly categories: readonly string[];
  /** Its image: URL path and size in pixels. */
  readonly image?: Picture;
  /** URL path of the original of a translated page. */
  readonly original?: string | undefined;
  /** Time of the last change, in milliseconds since 1970. */
  readonly changed?: number | undefined;
}

/** The site, in the language that is built. */
export interface DescribedSite {
  readonly name: string;
  readonly description: string;
  /** Without a slash at its end. */
  readonly origin: string;
  /** URL path in that language, with a slash at both ends. */
  readonly baseUrl: string;
  readonly language: string;
}

/** Describes a page in schema.org's vocabulary: an article with its breadcrumbs; the root of the site is the site itself. */
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

/** Returns the meta elements of a page's image. */
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
        `<meta property="${name}" content="${escapeAttribute(value)}">`,
    ),
    `<meta name="twitter:image" content="${escapeAttribute(url)}">`,
  ].join('');
}

/** Returns a JSON-LD block, which a content security policy allows. */
export function dataBlock(data: object): string {
  // Prevents `</script>`.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return `<script type="application/ld+json">${json}</script>`;
}

/** Appends elements to the head of a page. */
export function withTags(html: string, tags: string): string {
  const end = '</head>';
  if (!html.includes(end)) {
    throw new Error(`The page has no ${end}.`);
  }
  return html.replace(end, () => tags + end);
}
