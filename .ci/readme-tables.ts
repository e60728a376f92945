import { readFileSync, writeFileSync } from 'node:fs';
import { withCuts } from './readme-fences.js';
import { elementsOf, type Declaration, type Described, type Manifest, type Member } from './public-manifest.js';

const cell = (text = '') => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ').trim();
const code = (text = '') => (text ? `\`${cell(text)}\`` : '');

function table(headings: string[], rows: string[][]): string {
  if (rows.length === 0) return '';
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n');
}

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

/** The README with the tables of each element between its markers, `<!-- api:tag -->` and `<!-- /api:tag -->`. */
export function withTables(readme: string, manifest: Manifest): string {
  const elements = elementsOf(manifest);
  return elements.reduce((text, element) => {
    const [start, end] = [`<!-- api:${element.tagName} -->`, `<!-- /api:${element.tagName} -->`];
    const before = text.indexOf(start);
    const after = text.indexOf(end);
    if (before < 0 || after < 0) throw new Error(`README.md lacks ${start} … ${end}`);
    return `${text.slice(0, before + start.length)}\n\n${tablesOf(element)}\n\n${text.slice(after)}`;
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
