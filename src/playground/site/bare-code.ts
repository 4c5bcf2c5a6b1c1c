import ts from 'typescript';

/**
 * Takes the comments and the indents out of compiled code: readers see the source, and nobody fetches them twice.
 *
 * @param code of a file
 * @returns the same program; every token stays on its line
 */
export function bareCode(code: string): string {
  const file = ts.createSourceFile(
    'file.js',
    code,
    ts.ScriptTarget.ESNext,
    true,
  );
  let bare = '';
  const take = (node: ts.Node): void => {
    if (ts.isJSDoc(node)) return;
    const children = node.getChildren(file);
    if (children.length > 0) {
      children.forEach(take);
      return;
    }
    const start = node.getStart(file, false);
    const before = code.slice(node.getFullStart(), start);
    const lines = before.split('\n').length - 1;
    bare += lines > 0 ? '\n'.repeat(lines) : before === '' ? '' : ' ';
    bare += code.slice(start, node.end);
  };
  take(file);
  return bare;
}
