import type { NewNote, Note, NoteList } from '../shared/note';
import { memoryNotes } from './memory-notes';

type Answer<T> = T | Promise<T>;

/** What keeps notes. */
export interface NoteStore {
  list(q: string, limit: number): Answer<NoteList>;
  find(id: string): Answer<Note | undefined>;
  add(note: NewNote): Answer<Note>;
  change(
    id: string,
    version: number,
    note: NewNote,
  ): Answer<Note | 'conflict' | undefined>;
  delete(id: string): Answer<boolean>;
}

// Memory, until `plugins/database.ts` puts a database in its place.
let store: Answer<NoteStore> = memoryNotes();

/** From now on notes are kept there. Requests wait until it is open. */
export function keepNotesIn(other: Answer<NoteStore>): void {
  store = other;
}

/** The `limit` newest notes that contain `q`, in upper or lower case. */
export async function listNotes(q: string, limit: number): Promise<NoteList> {
  return (await store).list(q, limit);
}

export async function findNote(id: string): Promise<Note | undefined> {
  return (await store).find(id);
}

/** Keeps a new note, and gives it an id. */
export async function addNote(note: NewNote): Promise<Note> {
  return (await store).add(note);
}

/** Changes a note, unless somebody has changed it since `version`. */
export async function changeNote(
  id: string,
  version: number,
  note: NewNote,
): Promise<Note | 'conflict' | undefined> {
  return (await store).change(id, version, note);
}

/** Whether there was such a note. */
export async function deleteNote(id: string): Promise<boolean> {
  return (await store).delete(id);
}
