import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A public member of a type, or a function of a package. */
export interface DeclaredMember {
  readonly name: string;
  /** `id`, or `send(data, options?)`. */
  readonly signature: string;
  /** The type of a value, or of what a function returns, as it is declared. */
  readonly type: string;
}

/**
 * Reads members from the installed types of a package. Nothing is resolved, so it takes milliseconds, but a type has to be
 * declared in the package's main file.
 *
 * @param of `crossws#Peer` for the public members of a type, `h3` for the functions of a package
 * @param root absolute path of the folder with `node_modules`
 * @returns the members in the order of their declaration, or undefined if there is no such package or type
 */
export function declaredMembers(
  of: string,
  root: string,
): readonly DeclaredMember[] | undefined {
  const [name = '', type] = of.split('#');
  const { resolvedModule } = ts.resolveModuleName(
    name,
    join(root, 'types.ts'),
    { moduleResolution: ts.ModuleResolutionKind.Bundler },
    ts.sys,
  );
  if (!resolvedModule) return undefined;
  const source = ts.createSourceFile(
    resolvedModule.resolvedFileName,
    readFileSync(resolvedModule.resolvedFileName, 'utf8'),
    ts.ScriptTarget.Latest,
  );
  const members =
    type === undefined
      ? functionsIn(source)
      : typeIn(source, type)?.members.flatMap((one) => memberOf(one, source));
  // Overloads are one member.
  return (
    members && [...new Map(members.map((one) => [one.name, one])).values()]
  );
}

type TypeDeclaration = ts.ClassDeclaration | ts.InterfaceDeclaration;

function typeIn(
  source: ts.SourceFile,
  name: string,
): TypeDeclaration | undefined {
  return source.statements
    .filter(
      (one) => ts.isClassDeclaration(one) || ts.isInterfaceDeclaration(one),
    )
    .find(
      // The bundler of a package may have appended a number.
      (one) => one.name?.text.replace(/\$\d+$/, '') === name,
    );
}

function memberOf(
  member: ts.ClassElement | ts.TypeElement,
  source: ts.SourceFile,
): DeclaredMember[] {
  const isPrivate =
    ts.canHaveModifiers(member) &&
    ts
      .getModifiers(member)
      ?.some(
        ({ kind }) =>
          kind === ts.SyntaxKind.PrivateKeyword ||
          kind === ts.SyntaxKind.ProtectedKeyword,
      );
  if (isPrivate || !member.name || !ts.isIdentifier(member.name)) return [];
  const name = member.name.text;
  if (ts.isPropertyDeclaration(member) || ts.isPropertySignature(member)) {
    return [
      member.type && ts.isFunctionTypeNode(member.type)
        ? callable(name, member.type, source)
        : value(
            `${name}${member.questionToken ? '?' : ''}`,
            member.type,
            source,
          ),
    ];
  }
  if (ts.isMethodDeclaration(member) || ts.isMethodSignature(member)) {
    return [callable(name, member, source)];
  }
  return ts.isGetAccessor(member) ? [value(name, member.type, source)] : [];
}

function functionsIn(source: ts.SourceFile): DeclaredMember[] {
  const functions = source.statements.flatMap((statement) =>
    ts.isFunctionDeclaration(statement) && statement.name
      ? [callable(statement.name.text, statement, source)]
      : [],
  );
  // `declare const getHeader: typeof getRequestHeader`.
  const aliases = source.statements
    .filter((statement) => ts.isVariableStatement(statement))
    .flatMap(({ declarationList }) => declarationList.declarations)
    .flatMap(({ name, type }) => {
      if (!type || !ts.isTypeQueryNode(type)) return [];
      const original = functions.find(
        (one) => one.name === type.exprName.getText(source),
      );
      const alias = name.getText(source);
      return original
        ? [
            {
              ...original,
              name: alias,
              signature: original.signature.replace(/^[^(]+/, alias),
            },
          ]
        : [];
    });
  return [...functions, ...aliases];
}

function callable(
  name: string,
  { parameters, type }: ts.SignatureDeclaration,
  source: ts.SourceFile,
): DeclaredMember {
  const list = parameters.map(
    (parameter) =>
      `${parameter.dotDotDotToken ? '...' : ''}${parameter.name.getText(source)}${parameter.questionToken ? '?' : ''}`,
  );
  return {
    ...value(name, type, source),
    signature: `${name}(${list.join(', ')})`,
  };
}

function value(
  signature: string,
  type: ts.TypeNode | undefined,
  source: ts.SourceFile,
): DeclaredMember {
  const text = type?.getText(source).replaceAll(/\s+/g, ' ') ?? 'any';
  return { name: signature.replace(/\?$/, ''), signature, type: text };
}
