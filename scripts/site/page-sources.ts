/**
 * The files of the examples that a page takes code or values from, as its fences
 * and facts name them. A page is made again when one of them changes.
 *
 * @param source the MDX of a page
 * @param evidence the names of all evidence, such as `websocket-chat/chat`
 * @returns paths from `examples/`; one that does not exist is the page's mistake
 *   and is reported elsewhere
 */
export function pageSources(
  source: string,
  evidence: readonly string[],
): string[] {
  const code = [...source.matchAll(/^```.*?\sfile=([^\s#]+)/gm)];
  const records = [
    ...source.matchAll(/^```.*?\s(?:frames|output)=([^\s#]+)/gm),
    ...source.matchAll(
      /<(?:Fact|Wrong|Proven|KnownBug|LoadRatios|LoadMemory)\s+of="([^"#]+)#/g,
    ),
  ];
  // What draws every layout of an example takes from all that it has recorded.
  const whole = [...source.matchAll(/<(?:Layouts|UrlFinder)\s+of="([^"]+)"/g)];
  return [
    ...new Set([
      ...code.map(([, path = '']) => path),
      ...records.map(([, name = '']) => evidencePath(name)),
      ...whole.flatMap(([, example = '']) =>
        evidence
          .filter((name) => name.startsWith(`${example}/`))
          .map((name) => evidencePath(name)),
      ),
    ]),
  ];
}

/** `websocket-chat/chat` lies in `websocket-chat/evidence/chat.json`. */
function evidencePath(name: string): string {
  const [example = '', file = ''] = name.split('/');
  return `${example}/evidence/${file}.json`;
}
