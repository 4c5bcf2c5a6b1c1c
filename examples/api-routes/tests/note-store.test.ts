import { expect, it } from 'vitest';
import { addNote, findNote, listNotes } from '../src/server/notes.ts';

it('forgets the oldest note when it holds 1000', () => {
  const oldest = addNote({ text: 'oldest' });
  const second = addNote({ text: 'second' });
  for (let count = 2; count < 1000; count++) {
    addNote({ text: `note ${count}` });
  }
  expect(findNote(oldest.id)).toEqual(oldest);

  const newest = addNote({ text: 'newest' });
  expect(findNote(oldest.id)).toBeUndefined();
  expect(findNote(second.id)).toEqual(second);
  expect(listNotes('', 1)).toEqual({ notes: [newest], total: 1000 });
});
