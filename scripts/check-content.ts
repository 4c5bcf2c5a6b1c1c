import { parsePages } from '../src/site/pages/pages.ts';
import { checkContent } from '../src/site/check/problems.ts';
import { reportOf } from '../src/site/check/report.ts';
import { main } from './run/main.ts';
import { printableLines } from '../src/translation/style/printable.ts';

// A step of npm run check: compares pages with examples and evidence; with --report, lists the sources of each page.
await main(async () => {
  const read = await parsePages();
  const { pages } = read;
  const { problems, notes, unused } = checkContent(pages, read.problems);
  if (process.argv.includes('--report')) {
    for (const line of reportOf(pages, unused)) console.log(line);
    console.log('');
  }
  for (const note of notes) console.log(note);
  // Problems may quote control characters from a catalogue.
  for (const problem of problems) console.error(printableLines(problem, false));
  return problems.length > 0 ? 1 : 0;
});
