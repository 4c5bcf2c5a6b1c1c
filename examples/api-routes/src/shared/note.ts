import { z } from 'zod';

const wanted = 'A note needs a text.';

/** The body of a request that creates a note. */
export const newNoteSchema = z.object(
  {
    text: z
      .string(wanted)
      .trim()
      .min(1, wanted)
      .max(200, 'A note has at most 200 characters.'),
  },
  'A note is a JSON object.',
);

/** A note as the server returns it; each change increments its version. */
export const noteSchema = z.object({
  id: z.uuid(),
  ...newNoteSchema.shape,
  createdAt: z.iso.datetime(),
  version: z.int(),
});

/** One page of notes, the newest first; `total` counts all that match. */
export const noteListSchema = z.object({
  notes: z.array(noteSchema),
  total: z.int(),
});

export type NewNote = z.infer<typeof newNoteSchema>;
export type Note = z.infer<typeof noteSchema>;
export type NoteList = z.infer<typeof noteListSchema>;
