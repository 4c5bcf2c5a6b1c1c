import { runCommandLine } from './command-line.ts';

// A reader such as `head` may close the pipe early; ignores EPIPE and finishes.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

process.exitCode = await runCommandLine(process.argv.slice(2), {
  root: process.cwd(),
  env: process.env,
  // Respects NO_COLOR and FORCE_COLOR.
  colour: process.stdout.isTTY && process.stdout.hasColors(),
  print: (lines) => {
    for (const line of lines) console.log(line);
  },
  complain: (line) => {
    console.error(line);
  },
});
