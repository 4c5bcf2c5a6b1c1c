import { type Note, noteListSchema, noteSchema } from '../../src/shared/note';

/** Creates a note on a server. */
export async function createNote(server: string, text: string): Promise<Note> {
  const answer = await fetch(`${server}/api/notes`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text }),
  });
  if (answer.status !== 201) {
    throw new Error(`${server} answered ${answer.status}`);
  }
  return noteSchema.parse(await answer.json());
}

/** Returns the 100 newest notes of a server, and the total number. */
export async function notesOf(server: string) {
  const answer = await fetch(`${server}/api/notes?limit=100`);
  return noteListSchema.parse(await answer.json());
}

/** Deletes all notes. */
export async function emptyNotes(server: string): Promise<void> {
  for (;;) {
    const { notes } = await notesOf(server);
    if (notes.length === 0) {
      return;
    }
    for (const { id } of notes) {
      await fetch(`${server}/api/notes/${id}`, { method: 'DELETE' });
    }
  }
}
