/** An option of a verb. */
export interface Option {
  /** What its value is, for the help; undefined for a switch. */
  value?: string;
  /** Whether it may be given several times. */
  multiple?: true;
  help: string;
}

/** A verb of the command line. */
export interface Verb {
  /** What stands behind the verb, for the help. */
  operands: readonly string[];
  /** One line. */
  summary: string;
  options: Readonly<Record<string, Option>>;
  /** What else a person has to know. */
  notes: readonly string[];
}

const locale: Option = { value: 'language', help: 'only this language' };

const page: Option = {
  value: 'page',
  help: 'only this page: its file, its name, or "interface"',
};

/** What the command line can do. */
export const verbs = {
  update: {
    operands: [],
    summary: 'brings the catalogues up to date with the pages',
    options: {
      diff: {
        help: 'shows what has changed in the English of each stale message',
      },
      keep: {
        value: 'page or text',
        multiple: true,
        help: 'keeps translations of English that was only corrected; may be given several times',
      },
    },
    notes: [
      'A message is stale when its English has changed. Where only code spans, URLs, tags or versions have changed, it is carried over.',
      'With --keep and a page, its messages stay current if only the spelling of their English has changed: at most three words, each',
      'by letters, case, signs, spaces or an article. With --keep and the beginning of a message (8 characters or more, and of one message only),',
      'this message stays current after any small change. Code spans, URLs and tags have to be the same. Each kept message is shown, and',
      'a comment in the catalogue records the English that was translated.',
    ],
  },
  check: {
    operands: [],
    summary:
      'fails where a translation is missing, stale, refused, forgotten or against the style',
    options: {},
    notes: [],
  },
  status: {
    operands: [],
    summary: 'says how far each page is in each language',
    options: {
      json: { help: 'writes JSON' },
      diff: {
        help: 'shows what has changed in the English of each stale message',
      },
      todo: {
        value: 'language',
        help: 'lists what is to do in a language, what readers need first at the top',
      },
      locale,
    },
    notes: [
      'The order of --todo: the interface, which is on every page; then title, description and first text of each page; then page by page',
      'the rest. Pages stand in the order of the sidebar. At one place what is refused comes first, then what is stale, since both are small',
      'repairs of what a reader had before; then what was imported and nobody has confirmed, then what is missing.',
    ],
  },
  sign: {
    operands: [],
    summary: 'records who translated and who reviewed all current messages',
    options: {
      locale: { value: 'language', help: 'the language' },
      page,
      by: {
        value: 'name',
        help: 'who translated: a name, or "machine"; those who have signed stay',
      },
      reviewed: {
        value: 'name',
        help: 'who has read all of them: a name, or "machine"',
      },
    },
    notes: [
      'The names go into the header of a catalogue (X-Translated-By, X-Reviewed-By). A message that differs has comments of its own,',
      '"# by: name" and "# reviewed: name"; "# reviewed: no" takes the review of the header back.',
    ],
  },
  import: {
    operands: ['old.md', 'page', 'locale'],
    summary:
      'takes what aligns safely from an existing translated page, as fuzzy',
    options: {
      page: { value: 'page', help: 'the page that it translates' },
      locale: { value: 'language', help: 'its language' },
      'dry-run': { help: 'shows what it would take, and writes nothing' },
    },
    notes: [
      'Sections are found by the code, ids, links and code spans in them, also where they have moved; by their place only where nothing in them',
      'points elsewhere. In a section, a text is taken where the blocks between two of these are the same in kind and number, and its code spans,',
      'links and tags are those of the English. All else is listed, and left to you.',
      'A translation that exists stays. What was taken is fuzzy: compare it with the English, then delete the line "#, fuzzy".',
    ],
  },
  add: {
    operands: ['locale'],
    summary: 'adds a language: its catalogues and its glossary, all empty',
    options: {},
    notes: [],
  },
} as const satisfies Record<string, Verb>;

/** The name of a verb. */
export type VerbName = keyof typeof verbs;

/**
 * Writes the help of the command line.
 *
 * @returns Lines: each verb with what it does.
 */
export function helpOfAll(): string[] {
  const names = Object.keys(verbs) as VerbName[];
  return [
    'Usage: npm run i18n <verb> -- <options>',
    ...columns(names.map((name) => [name, verbs[name].summary])),
    'npm run i18n <verb> -- --help says more of one.',
  ];
}

/**
 * Writes the help of a verb.
 *
 * @param name - The verb.
 * @returns Lines: how it is written, its options, what else there is to know.
 */
export function helpOf(name: VerbName): string[] {
  const { operands, options, summary, notes }: Verb = verbs[name];
  const words = operands.map((operand) => ` <${operand}>`).join('');
  return [
    `Usage: npm run i18n ${name} --${words}${Object.keys(options).length > 0 ? ' <options>' : ''}`,
    `It ${summary}.`,
    ...columns(
      Object.entries(options).map(([option, { value, help }]) => [
        `--${option}${value === undefined ? '' : ` <${value}>`}`,
        help,
      ]),
    ),
    ...notes,
  ];
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(0, ...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
