const kept = 100;
let notes: readonly string[] = [];

/** The notes that are kept in memory, the newest first. */
export function listNotes(): readonly string[] {
  return notes;
}

/** Adds a note; deletes the oldest one if there are too many. */
export function addNote(text: string): void {
  notes = [text, ...notes].slice(0, kept);
}
