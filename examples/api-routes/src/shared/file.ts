import { z } from 'zod';

/** The maximum size of a file. */
export const maxBytes = 5 * 1024 * 1024;

/** The allowed types, detected by the first bytes. */
export const fileTypes = [
  'image/png',
  'image/jpeg',
  'application/pdf',
] as const;

/** The display name of a file. It's never part of a path. */
export const fileNameSchema = z
  .string('Give the name of the file once.')
  .trim()
  .min(1, 'A file needs a name.')
  .max(200, 'A name has at most 200 characters.')
  .regex(/^\P{Cc}*$/u, 'A name has no control characters.');

/** A stored file. */
export const storedFileSchema = z.object({
  id: z.uuid(),
  name: fileNameSchema,
  type: z.enum(fileTypes),
  size: z.int(),
  createdAt: z.iso.datetime(),
});

/** Returns all files, the newest first. */
export const fileListSchema = z.object({ files: z.array(storedFileSchema) });

export type StoredFile = z.infer<typeof storedFileSchema>;
