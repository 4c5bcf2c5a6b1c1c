import ts from 'typescript';
import { processNames } from '../runtime/process.ts';

const nodeNames = new Set(['process', 'global', '__dirname', '__filename']);

/** A name, and the line of its first use. */
export interface UsedName {
  readonly name: string;
  readonly line: number;
}

/**
 * Finds the first use of a Node global that browsers lack and the file doesn't declare.
 *
 * @param code compiled to CommonJS
 */
export function findNodeName(code: string): UsedName | undefined {
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
      else if (!isKey(node) && !isSupported(node))
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

/** The runtime supports two functions of `process`. */
function isSupported({ text, parent }: ts.Identifier): boolean {
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

/** Whether it is a property name, as in `event.process` and `{ process: 1 }`. */
function isKey(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    (ts.isMethodDeclaration(parent) && parent.name === node)
  );
}
