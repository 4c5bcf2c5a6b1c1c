import ts from 'typescript';
import { processNames } from '../runtime/process.ts';

const nodeNames = new Set(['process', 'global', '__dirname', '__filename']);

/** A name, and the line on which it is used first. */
export interface UsedName {
  readonly name: string;
  readonly line: number;
}

/**
 * Finds the use of something that Node has and a browser has not.
 *
 * @param code of a handler, compiled to CommonJS
 * @returns the first that the file does not declare itself
 */
export function nameThatIsNotThere(code: string): UsedName | undefined {
  const file = ts.createSourceFile(
    'handler.js',
    code,
    ts.ScriptTarget.ESNext,
    true,
  );
  const declared = new Set<string>();
  const used: { name: string; at: number }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && nodeNames.has(node.text)) {
      if (declares(node)) declared.add(node.text);
      else if (!isKey(node) && !isThere(node))
        used.push({ name: node.text, at: node.getStart() });
    } else if (ts.isMetaProperty(node)) {
      used.push({ name: 'import.meta', at: node.getStart() });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  const first = used.find(({ name }) => !declared.has(name));
  return (
    first && {
      name: first.name,
      line: file.getLineAndCharacterOfPosition(first.at).line + 1,
    }
  );
}

/** The runtime has two functions of `process`. */
function isThere({ text, parent }: ts.Identifier): boolean {
  return (
    text === 'process' &&
    ts.isPropertyAccessExpression(parent) &&
    processNames.some((name) => name === parent.name.text)
  );
}

function declares(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isVariableDeclaration(parent) ||
      ts.isParameter(parent) ||
      ts.isBindingElement(parent) ||
      ts.isFunctionDeclaration(parent) ||
      ts.isClassDeclaration(parent)) &&
    parent.name === node
  );
}

/** `event.process` and `{ process: 1 }` name a property. */
function isKey(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    (ts.isMethodDeclaration(parent) && parent.name === node)
  );
}
