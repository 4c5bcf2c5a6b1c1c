import type { CheerioAPI } from 'cheerio';

/** What a reader sees or hears of a page, and where. */
export interface Words {
  readonly text: string;
  /** The elements around it, for a message: `main p`. */
  readonly place: string;
}

/** Cheerio names the types of its nodes in a package of its own. */
type AnyNode = ReturnType<ReturnType<CheerioAPI>['contents']>[number];
type Element = Extract<AnyNode, { attribs: object }>;

const text = 3;
const unseen = new Set(['script', 'style', 'noscript', 'template', 'svg']);
const code = new Set(['code', 'pre', 'kbd', 'samp', 'var']);
/** What a comment of code names: `@param name`, `{Type}`. */
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
 * Lists the words of a page: text, attributes that are seen or read aloud, and what search engines and cards show. Code has no
 * words but its comments.
 *
 * @returns each as it is written, with its spaces made single
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
