import type { CheerioAPI } from 'cheerio';

/** A text that readers see or hear, and its location. */
export interface Words {
  readonly text: string;
  /** Elements around it, for messages: `main p`. */
  readonly place: string;
}

/** Cheerio's node types are from another package. */
type AnyNode = ReturnType<ReturnType<CheerioAPI>['contents']>[number];
type Element = Extract<AnyNode, { attribs: object }>;

const text = 3;
const unseen = new Set(['script', 'style', 'noscript', 'template', 'svg']);
const code = new Set(['code', 'pre', 'kbd', 'samp', 'var']);
/** Tokens in comments: `@param name`, `{Type}`. */
const namesInComments = ['keyword', 'parameter', 'class-name'];
const readable = [
  'aria-label',
  'aria-description',
  'alt',
  'placeholder',
  'title',
];
const readableMeta =
  'title, meta[name=description], meta[name=keywords], meta[property="og:title"], meta[property="og:description"], meta[property="og:image:alt"]';

/**
 * Lists the texts of a page: text, attributes that are visible or read aloud, and metadata; of code, only comments.
 *
 * @returns each with single spaces
 */
export function wordsOf($: CheerioAPI): Words[] {
  const found: Words[] = [];
  const add = (written: string, place: string) => {
    const single = written.replaceAll(/\s+/g, ' ').trim();
    if (/\p{L}/u.test(single)) found.push({ text: single, place });
  };
  $(readableMeta).each((_, element) => {
    const own = $(element).attr('content') ?? $(element).text();
    add(own, `head ${element.tagName}`);
  });
  walk($('body')[0], { inCode: false, place: '' }, add);
  return found;
}

interface Context {
  readonly inCode: boolean;
  readonly place: string;
}

function walk(
  node: AnyNode | undefined,
  context: Context,
  add: (text: string, place: string) => void,
): void {
  if (!node) return;
  if (node.nodeType === text && 'data' in node && !context.inCode) {
    add(node.data, context.place);
  }
  if (!('attribs' in node) || unseen.has(node.name)) return;
  const own = within(node, context);
  for (const name of readable) {
    const value = node.attribs[name];
    if (value !== undefined) {
      add(value, `${own.place}[${name}]`);
    }
  }
  for (const child of node.children) walk(child, own, add);
}

function within({ name, attribs }: Element, around: Context): Context {
  const classes = attribs['class']?.split(' ') ?? [];
  const isToken = classes.includes('token');
  const isComment = isToken && classes.includes('comment');
  const isName =
    isToken && namesInComments.some((type) => classes.includes(type));
  return {
    inCode: isName || ((around.inCode || code.has(name)) && !isComment),
    place: [...around.place.split(' ').slice(-3), name].join(' ').trim(),
  };
}
