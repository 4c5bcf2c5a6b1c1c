import { readPages } from './content/pages.ts';
import { checkContent } from './content/problems.ts';
import { reportOf } from './content/report.ts';
import { main } from './run/main.ts';

// A part of npm run check: pages against examples and evidence; with --report, what each page rests on.
await main(async () => {
  const pages = await readPages();
  const { problems, notes, unused } = checkContent(pages);
  if (process.argv.includes('--report')) {
    for (const line of reportOf(pages, unused)) console.log(line);
    console.log('');
  }
  for (const note of notes) console.log(note);
  for (const problem of problems) console.error(problem);
  return problems.length > 0 ? 1 : 0;
});
