import type { Blockquote, PhrasingContent } from 'mdast';
// For the fields of `data` that name an HTML element.
import type {} from 'mdast-util-to-hast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import semver from 'semver';
import { attributesOf } from './attributes.ts';
import { factOf } from '../record/fact.ts';
import type { Label } from './labels.ts';
import { ChangedError, EvidenceError } from '../problem.ts';
import type { EvidenceStore } from '../record/store.ts';
import { type Lockfile, versionOf } from '../record/version.ts';
import { type ExampleFiles, requireWorkaround } from './workaround.ts';

/** What a note is compared with, and its words. */
export interface BugSources {
  readonly evidence: EvidenceStore;
  readonly lockfile: Lockfile;
  readonly label: Label;
  readonly files: ExampleFiles;
}

/**
 * The note on a bug of a dependency, as long as the evidence shows the bug.
 *
 * @param node `<KnownBug of="…" is="…" package="…" upstream="…">`, around paragraphs
 * @param sources what it is compared with, and its words
 * @returns an aside: the package with the version measured, the thread upstream, then what the page says of it
 * @throws ChangedError if the bug is gone; EvidenceError if an attribute is wrong
 */
export function knownBug(
  node: MdxJsxFlowElement,
  { evidence, lockfile, label, files }: BugSources,
): Blockquote {
  const {
    of,
    is,
    package: name,
    upstream,
    fixed,
    workaround,
  } = attributesOf(
    node,
    ['of', 'is', 'package', 'upstream'],
    ['fixed', 'workaround'],
  );
  const version = versionOf(lockfile, name);
  if (node.children.length === 0) {
    throw new EvidenceError(
      '<KnownBug /> has no words. Write them between <KnownBug …> and </KnownBug>.',
    );
  }
  if (!/^https:\/\/[^/\s]+\/\S+$/.test(upstream)) {
    throw new EvidenceError(
      `"${upstream}" is no thread that a reader can open. Write upstream="https://…" with the issue or pull request.`,
    );
  }
  if (workaround !== undefined) requireWorkaround(workaround, files);
  const value = String(factOf(evidence, of));
  if (value !== is) {
    throw new ChangedError(
      `the bug of ${name} ${version} is gone: ${of} was "${is}" and is now "${value}". Delete this note, and ${workaround === undefined ? 'whatever works around the bug' : `the workaround it names: ${workaround}`}.`,
    );
  }
  if (fixed !== undefined && semver.valid(fixed) === null) {
    throw new EvidenceError(
      `fixed="${fixed}" is not a version. Write one as npm has it, such as fixed="1.2.3", or delete it.`,
    );
  }
  if (fixed !== undefined && !semver.lt(version, fixed)) {
    throw new EvidenceError(
      `this note says that ${name} ${fixed} fixes the bug, and ${name} ${version} still has it: ${of} is "${value}". Correct fixed="…", or delete it.`,
    );
  }
  return {
    type: 'blockquote',
    children: [
      {
        type: 'paragraph',
        data: { hProperties: { className: ['known-bug__title'] } },
        children: heading(label, { name, version, upstream, fixed }),
      },
      // The words that a page may write between the tags are what a quotation may hold.
      ...node.children,
    ],
    data: {
      hName: 'aside',
      // A note inside the text, not a landmark beside it.
      hProperties: { className: ['known-bug'], role: 'note' },
    },
  };
}

interface Heading {
  readonly name: string;
  readonly version: string;
  readonly upstream: string;
  readonly fixed: string | undefined;
}

function heading(
  label: Label,
  { name, version, upstream, fixed }: Heading,
): PhrasingContent[] {
  const [before = '', after = ''] = label('evidence.knownBug.title')
    .replace('{version}', version)
    .split('{package}');
  const separator: PhrasingContent = { type: 'text', value: ' · ' };
  return [
    { type: 'text', value: before },
    { type: 'inlineCode', value: name },
    { type: 'text', value: after },
    ...(fixed === undefined
      ? []
      : [
          separator,
          {
            type: 'text',
            value: label('evidence.knownBug.fixed').replace('{version}', fixed),
          } as const,
        ]),
    separator,
    {
      type: 'link',
      url: upstream,
      children: [{ type: 'text', value: label('evidence.knownBug.upstream') }],
    },
  ];
}
