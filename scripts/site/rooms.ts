import { posix } from 'node:path';

/** A file of a room in `src/`. */
export interface RoomFile {
  /** Path from the root of the repository. */
  readonly path: string;
  readonly text: string;
}

/** What no room may know of the site it stands in. */
export interface SiteNames {
  /** The names of all examples. */
  readonly examples: readonly string[];
  /** Its title, its package, its domain. */
  readonly site: readonly string[];
}

/** What the README of a room says, in its headings. */
const PARTS = ['Takes', 'Gives', 'Refuses'];

/**
 * Whether the README of a room has what another site has to know to take the room.
 *
 * @param room the name of the room
 * @param text of its README; undefined if there is none
 * @returns a line for each part that is missing
 */
export function readmeProblems(
  room: string,
  text: string | undefined,
): string[] {
  const file = `src/${room}/README.md`;
  if (text === undefined) {
    return [
      `${file}:1: there is no such file; each room says what it takes, gives and refuses. Write it with the headings ${PARTS.join(', ')}.`,
    ];
  }
  const headings = [...text.matchAll(/^##+ (.+)$/gm)].map(([, title]) => title);
  return PARTS.filter((part) => !headings.includes(part)).map(
    (part) =>
      `${file}:1: no heading "${part}"; another site could not take the room without knowing it. Write "## ${part}".`,
  );
}

/**
 * Whether a file of a room could stand in another site.
 *
 * @param room the room of the file
 * @param file its source, no test and no fixture
 * @param names what it may not name
 * @returns a line for each import from another room, and for each name of this site
 */
export function roomProblems(
  room: string,
  { path, text }: RoomFile,
  { examples, site }: SiteNames,
): string[] {
  const named = new RegExp(
    [
      ...site.map(escaped),
      // As the beginning of a path, since some are words of their own.
      `(?<![\\w/@-])(?:examples/)?(?:${examples.map(escaped).join('|')})/\\w`,
    ].join('|'),
    'i',
  );
  return text.split('\n').flatMap((line, at) => {
    const place = `${path}:${at + 1}:`;
    const imported = /from '(\.[^']+)'/.exec(line)?.[1];
    const target = imported && posix.join(posix.dirname(path), imported);
    const stays = target === undefined || target.startsWith(`src/${room}/`);
    const name = named.exec(line)?.[0];
    return [
      ...(stays
        ? []
        : [
            `${place} ${target} is outside of the room ${room}; rooms know nothing of each other. Take it as an option, which docusaurus.config.ts passes.`,
          ]),
      ...(name === undefined || /^\s*import .* from '/.test(line)
        ? []
        : [
            `${place} "${name}" is of this site; the room ${room} could stand in another one. Take it as an option, or write an example that is nobody's.`,
          ]),
    ];
  });
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
