import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { listFiles } from '../../snippets/files.ts';

/**
 * Returns the values that the server files of the examples import from a package.
 *
 * @param name of the package
 * @param examplesDir absolute path of the folder of the examples
 */
export function serverImports(name: string, examplesDir: string): string[] {
  const files = listFiles(examplesDir).filter((path) =>
    /^[^/]+\/src\/server\/.*\.ts$/.test(path),
  );
  const names = files.flatMap((path) => {
    const text = readFileSync(join(examplesDir, path), 'utf8');
    return importsIn(
      ts.createSourceFile(path, text, ts.ScriptTarget.Latest),
      name,
    );
  });
  return [...new Set(names)].sort();
}

function importsIn(source: ts.SourceFile, name: string): string[] {
  return source.statements
    .filter((statement) => ts.isImportDeclaration(statement))
    .filter(
      ({ moduleSpecifier }) =>
        ts.isStringLiteral(moduleSpecifier) && moduleSpecifier.text === name,
    )
    .flatMap(({ importClause }) => {
      const bindings = importClause?.namedBindings;
      if (!bindings || !ts.isNamedImports(bindings)) return [];
      return bindings.elements
        .filter(({ isTypeOnly }) => !isTypeOnly)
        .map(({ name, propertyName }) => (propertyName ?? name).text);
    });
}
