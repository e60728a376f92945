import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { cell, code, table } from './markdown-table.js';

const FOLDER = 'src/testing';

const sourceOf = (file: string) =>
  ts.createSourceFile(file, readFileSync(`${FOLDER}/${file}`, 'utf8'), ts.ScriptTarget.Latest, true);

const docOf = (node: ts.Node): string =>
  ts
    .getJSDocCommentsAndTags(node)
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
    .join(' ');

/** A method with its parameters; a property with its type. */
function signature(member: ts.ClassElement | ts.TypeElement): string {
  const name = member.name?.getText() ?? '';
  if (ts.isMethodDeclaration(member))
    return `${name}(${member.parameters.map((parameter) => parameter.getText().replace(/ = .*/, '')).join(', ')})`;
  const type = 'type' in member ? (member.type as ts.TypeNode | undefined) : undefined;
  return type ? `${name}: ${type.getText()}` : name;
}

const isPublic = (member: ts.ClassElement) =>
  member.name !== undefined && !ts.isPrivateIdentifier(member.name) && !ts.isSetAccessorDeclaration(member);

function rowsOf(file: string, name: string): string[][] {
  const found = sourceOf(file).statements.find(
    (node) => (ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node)) && node.name?.text === name,
  ) as ts.ClassDeclaration | ts.InterfaceDeclaration;
  const members = ts.isClassDeclaration(found) ? found.members.filter(isPublic) : [...found.members];
  return members.map((member) => [code(signature(member)), cell(docOf(member))]);
}

/** The table in the comment of a type that names outcomes. */
function outcomes(file: string, name: string): string[][] {
  const found = sourceOf(file).statements.find((node) => ts.isTypeAliasDeclaration(node) && node.name.text === name);
  return [...(found?.getFullText() ?? '').matchAll(/\* \| (`[^|]*`) \| ([^|]*) \|/g)].map(
    ([, value = '', meaning = '']) => [value, meaning],
  );
}

/** What `mp-saved-cards/testing` has, read in its source. */
export function testingTables(): string {
  return [
    table(['Of what `installMercadoPago()` returns', 'What it is'], rowsOf('stand-in.ts', 'StandIn')),
    table(['`nextToken`', 'How the next request for a token ends'], outcomes('options.ts', 'TokenOutcome')),
    table(['`readiness`', 'What becomes of fields that are mounted from now on'], outcomes('options.ts', 'Readiness')),
    table(['Option of `installMercadoPago()`', 'For'], rowsOf('options.ts', 'StandInOptions')),
  ].join('\n\n');
}
