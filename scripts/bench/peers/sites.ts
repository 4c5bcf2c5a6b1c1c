import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import sirv from 'sirv';
import { siteSettings } from '../../../src/site/config/settings.ts';
import { buildFolder, buildSiteIfChanged } from '../../site/build-site.ts';
import { listen } from '../../site/ports.ts';
import { buildGenerator, type MarkdownPage, peers } from './generators.ts';

/** One page of each kind. */
export const pageKinds = [
  'introduction',
  'websockets',
  'examples/websocket-chat',
] as const;

/** Sites to compare with: none, plain Docusaurus, or VitePress and Starlight as well. */
export type Peers = 'none' | 'plain' | 'all';

/** A running site. */
interface RunningSite {
  readonly name: string;
  /** Without a slash at its end. */
  readonly origin: string;
}

/**
 * Builds this site and others with the same pages, and serves all of them with gzip.
 *
 * @throws if a site doesn't build, or a generator can't be installed
 */
export async function serveSites(
  which: Peers,
  print: (line: string) => void,
): Promise<{
  readonly own: RunningSite;
  readonly others: readonly RunningSite[];
  readonly close: () => void;
}> {
  // Plain Docusaurus uses the packages of this repository.
  const bench = join(process.cwd(), '.bench', 'page');
  await rm(bench, { recursive: true, force: true });
  await buildSiteIfChanged(siteSettings({}), print);
  const servers: Server[] = [];
  const serve = async (name: string, built: string): Promise<RunningSite> => {
    const folder = join(bench, 'served', `${servers.length}`);
    await copyCompressed(built, folder);
    const server = createServer(
      sirv(folder, { extensions: ['html'], gzip: true }),
    );
    servers.push(server);
    const port = await listen(server, 0, 'npm run bench');
    return { name, origin: `http://localhost:${port}` };
  };
  const own = await serve('this site', buildFolder);
  const pages = await readMarkdownPages(buildFolder);
  const others: RunningSite[] = [];
  const [plain, ...more] = peers;
  const chosen = { none: [], plain: [plain], all: [plain, ...more] }[which];
  for (const generator of chosen) {
    print(`Building ${pages.length} pages with ${generator.name} …`);
    const plainFolder = join(bench, 'plain');
    await mkdir(plainFolder, { recursive: true });
    const folder =
      generator === plain
        ? plainFolder
        : await mkdtemp(join(tmpdir(), 'peer-'));
    try {
      const built = await buildGenerator(generator, pages, folder);
      others.push(await serve(generator.name, built));
    } finally {
      await rm(folder, { recursive: true });
    }
  }
  return {
    own,
    others,
    close: () => {
      for (const server of servers) server.close();
    },
  };
}

/** Copies a built site and adds a gzip file for each text file. */
async function copyCompressed(built: string, folder: string): Promise<void> {
  const texts = ['.html', '.css', '.js', '.json', '.svg', '.txt', '.xml'];
  await cp(built, folder, { recursive: true });
  const files = await readdir(folder, { recursive: true });
  for (const file of files.filter((one) => texts.includes(extname(one)))) {
    const path = join(folder, file);
    const text = await readFile(path);
    await writeFile(`${path}.gz`, gzipSync(text, { level: 9 }));
  }
}

/**
 * Reads the Markdown alternates of a built site in its default language, except the home page.
 *
 * @throws if a page that llms.txt lists doesn't exist or has no heading
 */
export async function readMarkdownPages(
  built: string,
): Promise<MarkdownPage[]> {
  const overview = await readFile(join(built, 'llms.txt'), 'utf8');
  const paths = [...overview.matchAll(/\]\(https?:\/\/[^/)]+\/([^)]+)\.md\)/g)]
    .map(([, path = '']) => path)
    .filter((path) => path !== 'index');
  return Promise.all(
    paths.map(async (path) => {
      const markdown = await readFile(join(built, `${path}.md`), 'utf8');
      const [heading = '', title] = /^# (.+)\n/.exec(markdown) ?? [];
      if (title === undefined) throw new Error(`${path}.md has no heading.`);
      return { path, title, text: markdown.slice(heading.length) };
    }),
  );
}
