import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { ENTRIES } from './entries.js';

/** The parts of the custom-elements manifest (https://github.com/webcomponents/custom-elements-manifest) that we use. */
export interface Described {
  name: string;
  description?: string;
  default?: string;
  type?: { text: string };
}
export interface Attribute extends Described {
  fieldName?: string;
}
export interface Member extends Described {
  kind: 'field' | 'method';
  attribute?: string;
  static?: boolean;
  readonly?: boolean;
  parameters?: Described[];
  return?: { type?: { text: string } };
  inheritedFrom?: unknown;
}
export interface Declaration extends Described {
  kind: 'class' | 'function' | 'variable';
  tagName?: string;
  superclass?: { name: string; package?: string; module?: string };
  attributes?: Attribute[];
  members?: Member[];
  events?: Described[];
  slots?: Described[];
  cssParts?: Described[];
  cssProperties?: Described[];
  cssStates?: Described[];
}
interface Export {
  kind: 'js' | 'custom-element-definition';
  name: string;
  declaration: { name: string; module: string };
}
interface Module {
  kind: 'javascript-module';
  path: string;
  declarations: Declaration[];
  exports: Export[];
}
export interface Manifest {
  schemaVersion: string;
  readme: string;
  modules: Module[];
}

/** Everything public is declared here; the other entries export parts of it. */
const HOME = 'dist/elements.js';

/** What a class that is not exported extends: its members are listed as those of the element or the event itself. */
const SUPERCLASS: Readonly<Record<string, Declaration['superclass']>> = {
  CardElement: { name: 'LitElement', package: 'lit' },
  ShopElement: { name: 'LitElement', package: 'lit' },
  LitElement: { name: 'LitElement', package: 'lit' },
  MpEvent: { name: 'CustomEvent', package: 'global:' },
  Error: { name: 'Error', package: 'global:' },
};

const exportsOf = async (file: string): Promise<string[]> =>
  Object.keys((await import(pathToFileURL(resolve(file)).href)) as object);

const js = (name: string): Export => ({ kind: 'js', name, declaration: { name, module: HOME } });

function publicDeclaration(declaration: Declaration): Declaration {
  const { superclass, members } = declaration;
  const known = superclass && SUPERCLASS[superclass.name];
  if (superclass && !known) throw new Error(`${declaration.name} extends ${superclass.name}, which is not public`);
  return {
    ...declaration,
    ...(known && { superclass: known }),
    ...(members && {
      members: members.filter(({ name }) => name !== 'formAssociated').map(({ inheritedFrom, ...member }) => member),
    }),
    ...(declaration.attributes && {
      attributes: declaration.attributes.map((attribute) => ({ ...attribute, inheritedFrom: undefined })),
    }),
  };
}

/**
 * The manifest of what can be imported: `everything` is that of all modules of `src/`, by which the analyzer finds inherited
 * members. A reader gets the entries of the package, by their paths in the tarball.
 */
export async function publicManifest(everything: Manifest): Promise<Manifest> {
  const declarations = new Map(everything.modules.flatMap((module) => module.declarations).map((d) => [d.name, d]));
  const names = await exportsOf(HOME);
  const home = names.map((name) => {
    const declaration = declarations.get(name);
    if (!declaration) throw new Error(`The manifest lacks ${name}`);
    return publicDeclaration(declaration);
  });
  const definitions = (path: string): Export[] =>
    home
      .filter(({ tagName }) => tagName && [`dist/${tagName.replace('mp-', '')}.js`, 'dist/index.js'].includes(path))
      .map(({ name, tagName = '' }) => ({ ...js(name), kind: 'custom-element-definition', name: tagName }));
  const paths = Object.keys(ENTRIES).map((name) => `dist/${name}.js`);
  const modules = paths
    .filter((path) => !path.includes('testing'))
    .map(async (path): Promise<Module> => ({
      kind: 'javascript-module',
      path,
      declarations: path === HOME ? home : [],
      exports: [...(await exportsOf(path)).map(js), ...definitions(path)],
    }));
  const isHome = ({ path }: Module) => Number(path === HOME);
  return {
    schemaVersion: '2.1.0',
    readme: 'README.md',
    modules: (await Promise.all(modules)).sort((a, b) => isHome(b) - isHome(a)),
  };
}

/** Reads what `cem analyze` wrote and writes the public part of it into `dist/`. */
export async function writePublicManifest(): Promise<Manifest> {
  const everything = JSON.parse(readFileSync('.cache/build/custom-elements.json', 'utf8')) as Manifest;
  const manifest = await publicManifest(everything);
  writeFileSync('dist/custom-elements.json', `${JSON.stringify(manifest, null, 1)}\n`);
  return manifest;
}

export const elementsOf = ({ modules }: Manifest): Declaration[] =>
  modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);
