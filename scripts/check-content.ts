import { readPages } from './content/pages.ts';
import { checkContent } from './content/problems.ts';
import { main } from './run/main.ts';

// A part of npm run check: pages against examples and evidence.
await main(async () => {
  const { problems, notes } = checkContent(await readPages());
  for (const note of notes) console.log(note);
  for (const problem of problems) console.error(problem);
  return problems.length > 0 ? 1 : 0;
});
