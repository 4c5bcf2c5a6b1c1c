import { runCommandLine } from './command-line.ts';

// Who reads may stop early, as `head` does: the work is done to its end all the same, and that is no error.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

process.exitCode = await runCommandLine(process.argv.slice(2), {
  root: process.cwd(),
  env: process.env,
  // NO_COLOR and FORCE_COLOR count as they do for Node itself.
  colour: process.stdout.isTTY && process.stdout.hasColors(),
  print: (lines) => {
    for (const line of lines) console.log(line);
  },
  complain: (line) => {
    console.error(line);
  },
});
