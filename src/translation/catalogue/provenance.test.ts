import { describe, expect, test } from 'vitest';

import { newEntry } from './catalogue.ts';
import { provenanceOf, signed, withoutReview } from './provenance.ts';

const plain = 'Language: de\n';
const byMachine = `${plain}X-Translated-By: machine\nX-Reviewed-By: machine\n`;

function entry(...translatorComments: string[]) {
  return { ...newEntry('One.'), text: 'Eins.', translatorComments };
}

describe('a signature', () => {
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

  test('has no reviewer while the message is outdated', () => {
    const outdated = { ...entry('reviewed: Bo'), fuzzy: true };
    expect(provenanceOf(outdated, byMachine)).toEqual({ by: 'machine' });
  });

  test('has no translator without a translation', () => {
    expect(provenanceOf(newEntry('One.'), byMachine)).toEqual({});
  });
});

describe('a review is withdrawn', () => {
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

describe('uses as few comments as possible', () => {
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
