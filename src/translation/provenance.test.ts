import { describe, expect, test } from 'vitest';

import { newEntry } from './catalogue.ts';
import {
  headerField,
  provenanceOf,
  signed,
  withHeaderField,
  withoutReview,
} from './provenance.ts';

const plain = 'Language: de\n';
const byMachine = `${plain}X-Translated-By: machine\nX-Reviewed-By: machine\n`;

function entry(...translatorComments: string[]) {
  return { ...newEntry('One.'), text: 'Eins.', translatorComments };
}

describe('a message is signed', () => {
  test.each([
    ['by nobody', plain, [], {}],
    ['by the header', byMachine, [], { by: 'machine', reviewed: 'machine' }],
    [
      'by its own comments',
      plain,
      ['by: Ana', 'reviewed: Bo'],
      { by: 'Ana', reviewed: 'Bo' },
    ],
    [
      'by a reviewer of its own',
      byMachine,
      ['reviewed: Bo'],
      { by: 'machine', reviewed: 'Bo' },
    ],
    [
      'anew, and then the header has not read it',
      byMachine,
      ['by: Ana'],
      { by: 'Ana' },
    ],
    [
      'by the header, but not read',
      byMachine,
      ['reviewed: no'],
      { by: 'machine' },
    ],
    [
      'by an empty comment, which is none',
      byMachine,
      ['by:'],
      { by: 'machine', reviewed: 'machine' },
    ],
  ])('%s', (_, header, comments, expected) => {
    expect(provenanceOf(entry(...comments), header)).toEqual(expected);
  });

  test('and read by nobody while it is stale', () => {
    const stale = { ...entry('reviewed: Bo'), fuzzy: true };
    expect(provenanceOf(stale, byMachine)).toEqual({ by: 'machine' });
  });

  test('by nobody while there is no translation', () => {
    expect(provenanceOf(newEntry('One.'), byMachine)).toEqual({});
  });
});

describe('a review is taken back', () => {
  test.each([
    [plain, ['reviewed: Bo'], []],
    [byMachine, [], ['reviewed: no']],
    [
      byMachine,
      ['A note.', 'reviewed: Bo', 'kept: On.'],
      ['A note.', 'reviewed: no', 'kept: On.'],
    ],
    [byMachine, ['by: Ana', 'reviewed: Bo'], ['by: Ana']],
  ])('%j %j', (header, comments, expected) => {
    const after = withoutReview(entry(...comments), header);
    expect(after.translatorComments).toEqual(expected);
    expect(provenanceOf(after, header).reviewed).toBeUndefined();
    expect(withoutReview(after, header)).toEqual(after);
  });
});

describe('a signature takes as few comments as it can', () => {
  test.each([
    [byMachine, ['reviewed: no'], { by: 'machine', reviewed: 'machine' }, []],
    [byMachine, [], { by: 'machine', reviewed: 'Bo' }, ['reviewed: Bo']],
    [byMachine, [], { by: 'Ana' }, ['by: Ana']],
    [
      byMachine,
      [],
      { by: 'Ana', reviewed: 'machine' },
      ['by: Ana', 'reviewed: machine'],
    ],
    [plain, [], { by: 'Ana', reviewed: 'Bo' }, ['by: Ana', 'reviewed: Bo']],
  ])('%j %j %j', (header, comments, provenance, expected) => {
    const after = signed(entry(...comments), header, provenance);
    expect(after.translatorComments).toEqual(expected);
    expect(provenanceOf(after, header)).toEqual(provenance);
  });
});

test('a field of the header is set at its place', () => {
  expect(headerField('A: 1\nB: \n', 'B')).toBeUndefined();
  expect(withHeaderField('A: 1\nB: 2\n', 'A', '3')).toBe('A: 3\nB: 2\n');
  expect(withHeaderField('A: 1\n', 'B', '2')).toBe('A: 1\nB: 2\n');
  expect(withHeaderField('A: 1\nB: 2\n', 'A', undefined)).toBe('B: 2\n');
});
