import type { NewNote, Note, NoteList } from '../shared/note';
import { memoryNotes } from './memory-notes';

type Answer<T> = T | Promise<T>;

/** A store of notes. */
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

// The memory store, until `plugins/database.ts` replaces it.
let store: Answer<NoteStore> = memoryNotes();

/** Replaces the store. Requests wait until the new one is open. */
export function keepNotesIn(other: Answer<NoteStore>): void {
  store = other;
}

/** Returns the `limit` newest notes that contain `q`, ignoring case. */
export async function listNotes(q: string, limit: number): Promise<NoteList> {
  return (await store).list(q, limit);
}

export async function findNote(id: string): Promise<Note | undefined> {
  return (await store).find(id);
}

/** Stores a new note and assigns its ID. */
export async function addNote(note: NewNote): Promise<Note> {
  return (await store).add(note);
}

/** Updates a note, unless it has changed since `version`. */
export async function changeNote(
  id: string,
  version: number,
  note: NewNote,
): Promise<Note | 'conflict' | undefined> {
  return (await store).change(id, version, note);
}

/** Deletes a note; returns whether it existed. */
export async function deleteNote(id: string): Promise<boolean> {
  return (await store).delete(id);
}
