import type { Note } from '../shared/note';
import type { NoteStore } from './notes';

const capacity = 1000;

/** Stores notes in memory: they're lost on restart and separate for each process. */
export function memoryNotes(): NoteStore {
  const notes = new Map<string, Note>();

  return {
    list(q, limit) {
      const wanted = q.toLowerCase();
      const found = [...notes.values()]
        .filter(({ text }) => text.toLowerCase().includes(wanted))
        .reverse();
      return { notes: found.slice(0, limit), total: found.length };
    },

    find: (id) => notes.get(id),

    // Deletes the oldest notes when the store is full.
    add({ text }) {
      const note = {
        id: crypto.randomUUID(),
        text,
        createdAt: new Date().toISOString(),
        version: 1,
      };
      notes.set(note.id, note);
      for (const id of notes.keys()) {
        if (notes.size <= capacity) {
          break;
        }
        notes.delete(id);
      }
      return note;
    },

    change(id, version, { text }) {
      const note = notes.get(id);
      if (note?.version !== version) {
        return note && 'conflict';
      }
      const changed = { ...note, text, version: version + 1 };
      notes.set(id, changed);
      return changed;
    },

    delete: (id) => notes.delete(id),
  };
}
