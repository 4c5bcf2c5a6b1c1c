import { regionMarkerIn } from '../../core/region-marker.ts';
import { nearestNames, quoted } from '../../core/nearest.ts';
import { EvidenceError } from '../problem.ts';

/** The files of the examples, as a note names them. */
export interface ExampleFiles {
  /** Paths from `examples/`; read only to say what there is instead. */
  readonly list: () => readonly string[];
  /** The text of one of them, or nothing. */
  readonly read: (path: string) => string | undefined;
}

/**
 * Makes sure that a workaround is where a note says, so that it can be deleted with the note.
 *
 * @param reference `examples/<example>/<file>`, with `#<region>` if it is a part of the file
 * @param files the files of the examples
 * @throws EvidenceError if there is no such file or region
 */
export function requireWorkaround(
  reference: string,
  files: ExampleFiles,
): void {
  const [path = '', region] = reference.split('#');
  const inside = path.replace(/^examples\//, '');
  const text = inside === path ? undefined : files.read(inside);
  if (text === undefined) {
    const paths = files.list().map((file) => `examples/${file}`);
    throw new EvidenceError(
      `there is no workaround "${path}"; the nearest are ${quoted(nearestNames(path, paths))}. Name one of these, or delete the attribute.`,
    );
  }
  const regions = text.split('\n').flatMap((line) => {
    const marker = regionMarkerIn(line);
    return marker?.kind === 'region' ? [marker.name] : [];
  });
  if (region !== undefined && !regions.includes(region)) {
    throw new EvidenceError(
      `there is no region "${region}" in ${path}; ${regions.length > 0 ? `this file has ${quoted(regions)}. Name one of these.` : `this file has none. Name the file alone.`}`,
    );
  }
}
