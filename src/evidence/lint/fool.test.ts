import { join } from 'node:path';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { checkEvidence } from './check.ts';
import { exampleFiles, readRepository } from './repository.ts';
import { openEvidence } from '../record/store.ts';
import { readLockfile } from '../record/version.ts';
import { vocabularyOf } from './vocabulary.ts';

// Attempts to get a lie past the whole check, on an example whose handler answers at /api/ws/chat.
const root = join(import.meta.dirname, '../fixtures/filled');

const records = '../examples/chat/evidence';
const definitions = [
  `[=url]: ${records}/routes.json#chat.url`,
  `[=moved-url]: ${records}/routes.json#moved.url`,
  `[=silent]: ${records}/routes.json#moved.production.websocket "opens and stays silent"`,
  `[=alive]: ${records}/routes.json#moved.production.websocket "answers"`,
  `[=status]: ${records}/routes.json#chat.production.get.status "426"`,
  `[=exit]: ${records}/console.json#stop.exitsWithin "1 s"`,
];

function problemsOf(text: string) {
  const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx);
  const used = definitions.filter((definition) =>
    text.includes(definition.slice(0, definition.indexOf(':'))),
  );
  const tree: Root = parser.parse([text, ...used].join('\n\n'));
  return checkEvidence([{ file: 'docs/page.mdx', tree }], {
    evidence: openEvidence(join(root, 'examples')),
    lockfile: readLockfile(join(root, 'package-lock.json')),
    vocabulary: vocabularyOf(readRepository(root)),
    files: exampleFiles(join(root, 'examples')),
  }).problems;
}

describe('what is true passes: ', () => {
  test.each([
    ['At [=url] it answers.'],
    ['It [opens and stays silent][=silent].'],
    ['There [nobody answers][=silent].'],
    ['It [exits within one second][=exit].'],
    ['The [one that refuses][=status].'],
    ['It closes within 4000 ms, 4001 times.'],
    ['<Foo title="Open a socket" />'],
    ['![The page of the chat](./chat.png "The chat")'],
  ])('%s', (text) => {
    expect(problemsOf(text)).toEqual([]);
  });
});

describe('a lie is caught: ', () => {
  test.each([
    [
      'the wrong folder, without backquotes',
      'Create the file in src/server/api/routes now.',
      '"src/server/api/routes" stands in prose, where nothing proves it. Write a reference to its value, [=name], or put a name that is in an example between backquotes.',
    ],
    [
      'the URL that is silent, in place of the one that answers',
      'The handler answers at [=moved-url].',
      'no server answers at "/api/routes/ws/chat", which this sentence states as a fact. Strike it through, ~~[=name]~~, or bind words to what happens there: [words][=name] with a value under chat/routes#moved.',
    ],
    [
      'words that say another outcome than the value that they name',
      'It [answers at once][=silent].',
      'these words say "answers", and chat/routes#moved.production.websocket is "opens and stays silent". Write what was measured, or bind the words to another value.',
    ],
    [
      'a number that is not the value',
      'It [ends with 42 of them][=status].',
      'these words say "42", and chat/routes#chat.production.get.status is 426. Write the value itself, [=name], in place of the number.',
    ],
    [
      'a number in words that is not the value',
      'It [ends with ten of them][=status].',
      'these words say "10", and chat/routes#chat.production.get.status is 426. Write the value itself, [=name], in place of the number.',
    ],
    [
      'a number in words that is not the number of a value with its unit',
      'It [exits within ten seconds][=exit].',
      'these words say "10", and chat/console#stop.exitsWithin is 1 s. Write the value itself, [=name], in place of the number.',
    ],
    [
      'a close code in words that no run measured',
      'It closes with the code 4001.',
      'no run measured the code `4001`; there is "1000", "1001", "200", "201", "404", "426". Record it, or say it in words.',
    ],
    [
      'a close code of the protocol that no run measured',
      'Its close code 1013 says so.',
      'no run measured the code `1013`; there is "1000", "1001", "200", "201", "404", "426". Record it, or say it in words.',
    ],
    [
      'a close code of an app between backquotes',
      'It sends `4001`.',
      'no run measured the code `4001`; there is "1000", "1001", "200", "201", "404", "426". Record it, or say it in words.',
    ],
    [
      'a measured close code of an exit in words',
      'It closes with 1001.',
      '`1001` was measured, so it is not written by hand. Write a reference, [=name], to chat/evidence/console.json#stop.closeCode.',
    ],
    [
      'a URL in what an element says',
      '<Foo title="Open /ws/chat" />',
      '"/ws/chat" stands in prose, where nothing proves it. An attribute cannot hold a measured value: say it in words.',
    ],
    [
      'a URL in what a picture shows',
      '![The socket at /ws/chat](./chat.png)',
      '"/ws/chat" stands in prose, where nothing proves it. An attribute cannot hold a measured value: say it in words.',
    ],
    [
      'a status in what an element says',
      '<Foo label="It answers 426" />',
      '"426" was measured. An attribute cannot hold a measured value: say it in words.',
    ],
  ])('%s', (_, text, message) => {
    expect(problemsOf(text)).toEqual([
      { file: 'docs/page.mdx', line: 1, message },
    ]);
  });

  test('a name between backquotes in what an element says', () => {
    const [problem] = problemsOf('<Foo title="Call `peer.sent()`" />');
    expect(problem?.message).toContain(
      '`peer.sent()` is in no example and in no evidence',
    );
  });
});

test('a value that changed comes with the words to look for in other languages', () => {
  const [sentence] = problemsOf('It [is *alive* there][=alive].');
  expect(sentence?.message).toContain('"is alive there" rests on');
  expect(sentence?.bound).toEqual({
    name: 'alive',
    words: ['is alive there'],
  });
  const bug = `<KnownBug of="chat/routes#moved.production.websocket" is="answers" package="@analogjs/platform" upstream="https://github.com/a/b/issues/1">

First.

- Second *part*.

</KnownBug>`;
  expect(problemsOf(bug)[0]?.bound).toEqual({
    name: undefined,
    words: ['First.', 'Second part.'],
  });
});
