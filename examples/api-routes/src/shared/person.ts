import { z } from 'zod';

/** The name that a visitor chooses. */
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

/** The stored name of a visitor; `null` without one. */
export const visitorSchema = personSchema.extend({
  name: personSchema.shape.name.nullable(),
});

export type Visitor = z.infer<typeof visitorSchema>;
