import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sirv from 'sirv';
import { buildFolder, buildSiteIfChanged } from '../../site/build-site.ts';
import { listen } from '../../site/listen.ts';
import { siteSettings } from '../../site/settings.ts';
import { measuredBuild } from '../measured-build.ts';
import { compressedCopy } from './compressed-copy.ts';
import { buildPeer, peers } from './peers.ts';
import { writePlainSite } from './plain-site.ts';
import { readTwins, type Twin } from './twins.ts';

/** A site that has the pages of this one, and is served. */
export interface ServedSite {
  readonly name: string;
  /** Where it is, without a slash at its end. */
  readonly origin: string;
}

/** The sites to compare, until they are closed. */
export interface ServedSites {
  readonly own: ServedSite;
  /** Plain Docusaurus first. */
  readonly others: readonly ServedSite[];
  readonly close: () => void;
}

/** Sites besides this one. */
export type Others = 'none' | 'plain' | 'plain and peers';

// In the repository, so that its packages are found.
const bench = join(process.cwd(), '.bench', 'page');

/**
 * Builds this site and others with the same pages, and serves each as a host does, with gzip.
 *
 * @param others which: VitePress and Starlight are installed into a temporary folder
 * @param print where progress goes
 * @throws when a site does not build, or a peer cannot be installed
 */
export async function serveSites(
  others: Others,
  print: (line: string) => void,
): Promise<ServedSites> {
  await rm(bench, { recursive: true, force: true });
  await buildSiteIfChanged(siteSettings({}), print);
  const twins = await readTwins(buildFolder);
  const servers: Server[] = [];
  const serve = async (name: string, built: string): Promise<ServedSite> => {
    const folder = join(bench, 'served', `${servers.length}`);
    await compressedCopy(built, folder);
    const server = createServer(
      sirv(folder, { extensions: ['html'], gzip: true }),
    );
    servers.push(server);
    const port = await listen(server, 0, 'npm run bench');
    return { name, origin: `http://localhost:${port}` };
  };
  const own = await serve('this site', buildFolder);
  const served: ServedSite[] = [];
  if (others !== 'none') {
    print(`Building ${twins.length} pages with plain Docusaurus …`);
    served.push(await serve('Docusaurus', await buildPlain(twins)));
  }
  for (const peer of others === 'plain and peers' ? peers : []) {
    print(`Installing ${peer.name}, and building the pages with it …`);
    const folder = await mkdtemp(join(tmpdir(), 'peer-'));
    try {
      served.push(await serve(peer.name, await buildPeer(peer, twins, folder)));
    } finally {
      await rm(folder, { recursive: true });
    }
  }
  return {
    own,
    others: served,
    close: () => {
      for (const server of servers) server.close();
    },
  };
}

async function buildPlain(twins: readonly Twin[]): Promise<string> {
  const folder = join(bench, 'plain');
  await mkdir(folder, { recursive: true });
  await writePlainSite(folder, twins);
  await measuredBuild(folder);
  return join(folder, 'build');
}
