import type { NewNote, Note, NoteList } from '../shared/note';

// Memory only: a restart forgets every note, a second process has its own.
const notes = new Map<string, Note>();
const capacity = 1000;

/** The `limit` newest notes that contain `q`, in upper or lower case. */
export function listNotes(q: string, limit: number): NoteList {
  const wanted = q.toLowerCase();
  const found = [...notes.values()]
    .filter(({ text }) => text.toLowerCase().includes(wanted))
    .reverse();
  return { notes: found.slice(0, limit), total: found.length };
}

export function findNote(id: string): Note | undefined {
  return notes.get(id);
}

/** Keeps a new note. The oldest goes when there is no room. */
export function addNote({ text }: NewNote): Note {
  const note = {
    id: crypto.randomUUID(),
    text,
    createdAt: new Date().toISOString(),
  };
  notes.set(note.id, note);
  for (const id of notes.keys()) {
    if (notes.size <= capacity) {
      break;
    }
    notes.delete(id);
  }
  return note;
}

/** Whether there was such a note. */
export function deleteNote(id: string): boolean {
  return notes.delete(id);
}
