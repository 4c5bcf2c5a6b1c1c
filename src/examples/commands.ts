/** What runs an example with one package manager. */
export interface RunCommand {
  /** The program, which is its name too. */
  readonly manager: 'npm' | 'pnpm' | 'yarn';
  /** One line for a shell. */
  readonly command: string;
}

/**
 * One command that fetches an example, installs it and runs it, for each package manager. It needs this site and a
 * registry, and no host of repositories.
 *
 * @param example its name
 * @param archive the address of its .tar.gz
 * @throws nothing; that `dev` is a script of the example is the test's to see
 */
export function runCommands(example: string, archive: string): RunCommand[] {
  // -f: the page of an error is no archive.
  const fetched = `curl -fsSL ${archive} | tar -xz && cd ${example}`;
  return [
    {
      manager: 'npm',
      command: `${fetched} && npm install && npm run dev`,
    },
    {
      manager: 'pnpm',
      // It ends with an error where packages have install scripts that nobody has approved; the app needs none of them.
      command: `${fetched} && pnpm install --ignore-scripts && pnpm dev`,
    },
    { manager: 'yarn', command: `${fetched} && yarn install && yarn dev` },
  ];
}
