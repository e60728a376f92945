import { readFileSync, writeFileSync } from 'node:fs';
import { withCuts } from './readme-fences.js';
import { cell, code, table } from './markdown-table.js';
import { elementsOf, type Declaration, type Described, type Manifest, type Member } from './public-manifest.js';
import { testingTables } from './testing-tables.js';

const shortType = (type = '') => type.replace(' | undefined', '');

function signature({ name, parameters = [], return: result }: Member): string {
  const given = parameters.map((parameter) => `${parameter.name}: ${parameter.type?.text ?? 'unknown'}`);
  return `${name}(${given.join(', ')}): ${result?.type?.text ?? 'void'}`;
}

function tablesOf(element: Declaration): string {
  const members = (element.members ?? []).filter((member) => !member.static && member.description);
  const properties = members.filter(({ kind }) => kind === 'field');
  const methods = members.filter(({ kind }) => kind === 'method');
  const described = ({ name, description }: Described) => [code(name), cell(description)];
  return [
    table(
      ['Attribute', 'Property', 'Type', 'Meaning'],
      properties.map((p) => [code(p.attribute), code(p.name), code(shortType(p.type?.text)), cell(p.description)]),
    ),
    table(
      ['Method', 'What it does'],
      methods.map((m) => [code(signature(m)), cell(m.description)]),
    ),
    table(
      ['Event', 'Class', 'When'],
      (element.events ?? []).map((e) => [code(e.name), code(e.type?.text), cell(e.description)]),
    ),
    table(['Slot', 'For'], (element.slots ?? []).map(described)),
    table(['Part', 'What it is'], (element.cssParts ?? []).map(described)),
    table(['Custom property', 'For'], (element.cssProperties ?? []).map(described)),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** The README with the tables of each element, and of what tests have, between their markers `<!-- api:… -->` and `<!-- /api:… -->`. */
export function withTables(readme: string, manifest: Manifest): string {
  const tables = elementsOf(manifest).map((element): [string, string] => [element.tagName ?? '', tablesOf(element)]);
  return [...tables, ['testing', testingTables()] as const].reduce((text, [name, content]) => {
    const [start, end] = [`<!-- api:${name} -->`, `<!-- /api:${name} -->`];
    const before = text.indexOf(start);
    const after = text.indexOf(end);
    if (before < 0 || after < 0) throw new Error(`README.md lacks ${start} … ${end}`);
    return `${text.slice(0, before + start.length)}\n\n${content}\n\n${text.slice(after)}`;
  }, readme);
}

/** Writes the tables and the code that is cut from files into README.md; true when they were up to date. */
export function updateReadme(): boolean {
  const readme = readFileSync('README.md', 'utf8');
  const manifest = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')) as Manifest;
  const updated = withCuts(withTables(readme, manifest));
  if (updated !== readme) writeFileSync('README.md', updated);
  return updated === readme;
}
