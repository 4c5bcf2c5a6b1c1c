import ts from 'typescript';
import { type Bundle, bundle, lockedVersions } from './bundle.ts';

/** Packages besides h3 and crossws that handlers can import. */
export const packagesOnDemand: readonly string[] = ['zod'];

/** The path of a used member: `['z', 'coerce', 'number']`. */
export type Member = readonly string[];

/**
 * Bundles the used members of a package as one CommonJS file.
 *
 * @param root the repository
 * @param name of the package
 * @param members used members; an empty path means the whole package
 * @throws when its version is not the lockfile's, or the bundler fails
 */
export function bundlePackage(
  root: string,
  name: string,
  members: readonly Member[],
): Promise<Bundle> {
  lockedVersions(root, [name]);
  return bundle({
    context: root,
    entry: `data:text/javascript,${encodeURIComponent(entryOf(name, members))}`,
    resolve: { conditionNames: ['worker', 'browser', 'import', 'default'] },
    output: { library: { type: 'commonjs2' } },
  });
}

/** Re-exports the members, so that the bundler removes the rest: `export const z = { coerce: { number: all.z.coerce.number } };` */
function entryOf(name: string, members: readonly Member[]): string {
  const from = JSON.stringify(name);
  if (members.some((member) => member.length === 0)) {
    return `module.exports = require(${from});`;
  }
  const names = [...new Set(members.map(([first = '']) => first))];
  const exported = names.map((first) => {
    const rest = members
      .filter((member) => member[0] === first)
      .map((member) => member.slice(1));
    return `export const ${first} = ${written(`all.${first}`, rest)};`;
  });
  return [`import * as all from ${from};`, ...exported].join('\n');
}

function written(path: string, members: readonly Member[]): string {
  if (members.some((member) => member.length === 0)) return path;
  const names = [...new Set(members.map(([first = '']) => first))];
  const fields = names.map((first) => {
    const rest = members
      .filter((member) => member[0] === first)
      .map((member) => member.slice(1));
    return `${first}: ${written(`${path}.${first}`, rest)}`;
  });
  return `{ ${fields.join(', ')} }`;
}

/**
 * Finds the members of a package that a file uses: `['z', 'coerce', 'number']` for `z.coerce.number()`.
 *
 * @param code of the file, compiled to CommonJS
 * @param name of the package
 * @returns an empty path if the whole package is used
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
        // A side-effect import uses no member.
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

/** The member path after a variable: `z.coerce.number` in `_zod.z.coerce.number()`. */
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
