import { readFileSync, writeFileSync } from 'node:fs';
import { writable } from './framework-types.js';
import { elementsOf, type Declaration, type Described, type Manifest } from './public-manifest.js';

/** Data with which editors complete and explain the elements: VS Code and JetBrains, from the manifest. */

const text = (description = '') => description.replaceAll(/\s+/g, ' ').trim();
const described = ({ name, description }: Described) => ({ name, description: text(description) });

/** The values of an attribute that takes a few words only. */
const values = (type = '') => [...type.matchAll(/'(\w+)'/g)].map(([, name = '']) => ({ name }));

const list = (heading: string, items: readonly Described[] = []) =>
  items.length > 0 ? `\n\n${heading}:\n${items.map((i) => `- \`${i.name}\`: ${text(i.description)}`).join('\n')}` : '';

/** https://github.com/microsoft/vscode-html-languageservice/blob/main/docs/customData.md */
const vscodeHtml = (elements: readonly Declaration[]) => ({
  version: 1.1,
  tags: elements.map((element) => ({
    name: element.tagName,
    description: {
      kind: 'markdown',
      value: `${element.description}${list('Events', element.events)}${list('Slots', element.slots)}`,
    },
    attributes: (element.attributes ?? []).map((attribute) => {
      const type = attribute.type?.text;
      const choices = values(type);
      return {
        ...described(attribute),
        ...(type === 'boolean' && { valueSet: 'v' }),
        ...(choices.length > 0 && { values: choices }),
      };
    }),
  })),
});

const unique = (items: readonly Described[]) => [...new Map(items.map((item) => [item.name, item])).values()];

/** https://github.com/microsoft/vscode-css-languageservice/blob/main/docs/customData.md */
const vscodeCss = (elements: readonly Declaration[]) => ({
  version: 1.1,
  properties: unique(elements.flatMap(({ cssProperties = [] }) => cssProperties)).map(described),
});

/** https://github.com/JetBrains/web-types */
const webTypes = (elements: readonly Declaration[], { name, version }: { name: string; version: string }) => ({
  $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
  name,
  version,
  'description-markup': 'markdown',
  contributions: {
    html: {
      elements: elements.map((element) => ({
        name: element.tagName,
        description: element.description,
        attributes: (element.attributes ?? []).map((attribute) => ({
          ...described(attribute),
          value: { type: attribute.type?.text ?? 'string' },
          ...(attribute.default && { default: attribute.default }),
        })),
        slots: (element.slots ?? []).map(described),
        js: {
          properties: writable(element).map((property) => ({
            ...described(property),
            type: property.type?.text ?? 'string',
          })),
          events: (element.events ?? []).map((event) => ({ ...described(event), type: event.type?.text ?? 'Event' })),
        },
        css: {
          parts: (element.cssParts ?? []).map(described),
          properties: (element.cssProperties ?? []).map(described),
        },
      })),
    },
  },
});

/** Writes the data beside the manifest. */
export function writeEditorData(manifest: Manifest): void {
  const elements = elementsOf(manifest);
  const us = JSON.parse(readFileSync('package.json', 'utf8')) as { name: string; version: string };
  const write = (file: string, data: object) => writeFileSync(`dist/${file}`, `${JSON.stringify(data, null, 1)}\n`);
  write('vscode.html-custom-data.json', vscodeHtml(elements));
  write('vscode.css-custom-data.json', vscodeCss(elements));
  write('web-types.json', webTypes(elements, us));
}
