import { mkdirSync, writeFileSync } from 'node:fs';
import { scriptPath, type Script } from './scripts.js';
import { elementsOf, type Attribute, type Declaration, type Manifest, type Member } from './public-manifest.js';

/** Types of the elements for templates: React (18 and 19), Vue and Svelte. Each is imported for its types alone. */

const camel = (event: string) => event.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Properties that a page may set. */
export const writable = ({ members = [] }: Declaration): Member[] =>
  members.filter(({ kind, readonly, static: isStatic }) => kind === 'field' && !readonly && !isStatic);

const comment = (text = '') => (text ? `  /** ${text.replaceAll(/\s+/g, ' ').trim()} */\n` : '');

/** What an attribute takes in markup: text, and what frameworks write as text. */
function attributeType({ type }: Attribute): string {
  const text = type?.text ?? 'string';
  if (text === 'boolean') return 'boolean';
  if (text.includes('number')) return 'number | string';
  return text === 'unknown' || text.startsWith('Record<') ? 'string' : text.replace(' | undefined', '');
}

/** A name or a description may be the same as attribute and as property: then the property says what it takes. */
function interfaces(element: Declaration): string {
  const { name, attributes = [], events = [] } = element;
  const properties = writable(element);
  const isProperty = new Set(properties.map((property) => property.name));
  const lines = (items: string[]) => items.join('\n');
  return `/** Attributes of \`<${element.tagName}>\`. */
export interface ${name}Attributes {
${lines(attributes.map((a) => `${comment(a.description)}  '${a.name}'?: ${attributeType(a)} | undefined;`))}
}

/** Attributes of \`<${element.tagName}>\` that have another name as a property. */
export type ${name}OwnAttributes = Omit<${name}Attributes, keyof ${name}Properties>;

/** Properties of \`<${element.tagName}>\` that a page may set. */
export interface ${name}Properties {
${lines([...isProperty].map((p) => `  ${p}?: ${name}['${p}'] | undefined;`))}
}

/** Events of \`<${element.tagName}>\`. */
export interface ${name}Events {
${lines(events.map((e) => `${comment(e.description)}  '${e.name}': ${e.type?.text};`))}
}
`;
}

const banner = '// Written by the build from custom-elements.json.\n';

function templateTypes(elements: readonly Declaration[]): string {
  const names = elements.flatMap(({ name, events = [] }) => [name, ...events.map(({ type }) => type?.text ?? '')]);
  const kinds = ['Attributes', 'OwnAttributes', 'Properties', 'Events'];
  const entry = ({ name, tagName }: Declaration) =>
    `  '${tagName}': { element: ${name}; ${kinds.map((kind) => `${kind[0]?.toLowerCase()}${kind.slice(1)}: ${name}${kind}`).join('; ')} };`;
  return `${banner}import type { ${[...new Set(names)].sort().join(', ')}, Intent } from '../elements.js';

${elements.map(interfaces).join('\n')}
/** What templates know of each element. */
export interface Elements {
${elements.map(entry).join('\n')}
}

/** Listeners under the name that a framework gives to an event: \`on\` and the event's own name. */
export type Listeners<Events> = { [Name in keyof Events & string as \`on\${Name}\`]?: ((event: Events[Name]) => void) | undefined };
`;
}

const tags = (elements: readonly Declaration[], type: string) =>
  elements.map(({ tagName }) => `      '${tagName}': ${type}<'${tagName}'>;`).join('\n');

/**
 * React 19 sets properties and listens to events of any name. React 18 writes attributes only: objects, functions and listeners
 * need a \`ref\`, and a boolean attribute is \`''\` or left out.
 */
const react = (elements: readonly Declaration[]) => `${banner}import type * as React from 'react';
import type { Elements, Listeners } from './elements.js';

type Base<Tag extends keyof Elements> = Omit<
  React.HTMLAttributes<Elements[Tag]['element']>,
  keyof Elements[Tag]['attributes'] | keyof Elements[Tag]['properties']
> &
  React.ClassAttributes<Elements[Tag]['element']> & { class?: string | undefined };

type BooleansAsText<Attributes> = {
  [Name in keyof Attributes]: [Exclude<Attributes[Name], undefined>] extends [boolean] ? '' | undefined : Attributes[Name];
};

type React18<Tag extends keyof Elements> = Omit<Base<Tag>, 'className'> & BooleansAsText<Elements[Tag]['attributes']>;

type React19<Tag extends keyof Elements> = Base<Tag> &
  Elements[Tag]['ownAttributes'] &
  Elements[Tag]['properties'] &
  Listeners<Elements[Tag]['events']>;

/** Props of one of the elements: of React 19, or of React 18 where that is installed. */
export type ElementProps<Tag extends keyof Elements> = typeof React extends { use: unknown } ? React19<Tag> : React18<Tag>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${tags(elements, 'ElementProps')}
    }
  }
}
`;

const vueListeners = ({ name, tagName, events = [] }: Declaration) =>
  `  '${tagName}': {
${events.map((e) => `    ${camel(`on-${e.name}`)}?: ((event: ${name}Events['${e.name}']) => void) | undefined;`).join('\n')}
  };`;

const vue = (elements: readonly Declaration[]) => `${banner}import type { HTMLAttributes, ReservedProps } from 'vue';
import type { Elements, ${elements.map(({ name }) => `${name}Events`).join(', ')} } from './elements.js';

interface Emits {
${elements.map(vueListeners).join('\n')}
}

/** Props of one of the elements in a Vue template. */
export type ElementProps<Tag extends keyof Elements> = Omit<
  HTMLAttributes,
  keyof Elements[Tag]['attributes'] | keyof Elements[Tag]['properties']
> &
  ReservedProps & { slot?: string | undefined } &
  Elements[Tag]['ownAttributes'] &
  Elements[Tag]['properties'] &
  Emits[Tag];

type ElementComponent<Tag extends keyof Elements> = new () => { $props: ElementProps<Tag> };

declare module 'vue' {
  interface GlobalComponents {
${tags(elements, 'ElementComponent').replaceAll('      ', '    ')}
  }
}
`;

const svelte = (elements: readonly Declaration[]) => `${banner}import type { HTMLAttributes } from 'svelte/elements';
import type { Elements, Listeners } from './elements.js';

/** Attributes of one of the elements in a Svelte component. */
export type ElementProps<Tag extends keyof Elements> = Omit<
  HTMLAttributes<Elements[Tag]['element']>,
  keyof Elements[Tag]['attributes'] | keyof Elements[Tag]['properties']
> &
  Elements[Tag]['ownAttributes'] &
  Elements[Tag]['properties'] &
  Listeners<Elements[Tag]['events']>;

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
${tags(elements, 'ElementProps').replaceAll('      ', '    ')}
  }
}
`;

/** What is global beside a script tag, for pages that check their scripts with TypeScript. */
const scriptTypes = ({
  global = 'MpSavedCards',
  module,
}: Script) => `${banner}import type * as entry from './${module}.js';

declare global {
  var ${global}: typeof entry;
}
`;

/** Writes the types of each file for a script tag beside it. */
export function writeScriptTypes(scripts: readonly Script[]): void {
  for (const script of scripts)
    if (script.module) writeFileSync(scriptPath(script).replace(/\.js$/, '.d.ts'), scriptTypes(script));
}

/** Writes the types into the folder `templates/` of the package. */
export function writeFrameworkTypes(manifest: Manifest): void {
  const elements = elementsOf(manifest);
  mkdirSync('dist/templates', { recursive: true });
  for (const [name, text] of Object.entries({ elements: templateTypes, react, vue, svelte }))
    writeFileSync(`dist/templates/${name}.d.ts`, text(elements));
}
