import ts from 'typescript';
import type { Member } from '../bundle-package.ts';

/**
 * Finds what of a package a file uses, as `['z', 'coerce', 'number']` for `z.coerce.number()`.
 *
 * @param code of the file, compiled to CommonJS
 * @param name of the package
 * @returns an empty list of names where the whole package is used
 */
export function membersOf(code: string, name: string): Member[] {
  const file = ts.createSourceFile(
    'handler.js',
    code,
    ts.ScriptTarget.ESNext,
    true,
  );
  const found: Member[] = [];
  const variables = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (isRequireOf(node, name)) {
      const { parent } = node;
      if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)) {
        variables.add(parent.name.text);
        // An import for its effects stands alone.
      } else if (!ts.isExpressionStatement(parent)) found.push([]);
    } else if (
      ts.isIdentifier(node) &&
      variables.has(node.text) &&
      !(ts.isVariableDeclaration(node.parent) && node.parent.name === node)
    ) {
      found.push(chainFrom(node));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isRequireOf(node: ts.Node, name: string): boolean {
  return (
    ts.isCallExpression(node) &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === 'require' &&
    node.arguments.some((one) => ts.isStringLiteral(one) && one.text === name)
  );
}

/** The names behind a variable: `z.coerce.number` of `_zod.z.coerce.number()`. */
function chainFrom(node: ts.Identifier): Member {
  const names: string[] = [];
  let at: ts.Node = node;
  while (
    ts.isPropertyAccessExpression(at.parent) &&
    at.parent.expression === at
  ) {
    names.push(at.parent.name.text);
    at = at.parent;
  }
  return names;
}
