import { z } from 'zod';

/** What a visitor wants to be called. */
export const personSchema = z.object(
  {
    name: z
      .string('Say a name.')
      .trim()
      .min(1, 'Say a name.')
      .max(50, 'A name has at most 50 characters.'),
  },
  'A person is a JSON object.',
);

/** What the server knows of a visitor: `null` as long as it knows no name. */
export const visitorSchema = personSchema.extend({
  name: personSchema.shape.name.nullable(),
});

export type Visitor = z.infer<typeof visitorSchema>;
