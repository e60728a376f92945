import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import { Ajv } from 'ajv';
import { elementsOf, type Declaration, type Manifest } from '../../.ci/public-manifest.js';

const read = (path: string) => readFileSync(path, 'utf8');
const text = read('dist/custom-elements.json');
const manifest = JSON.parse(text) as Manifest;
const declarations = manifest.modules.flatMap((module) => module.declarations);
const elements = elementsOf(manifest);

/** Every type that something public names. */
function typesOf({ members = [], events = [], attributes = [], parameters = [], superclass }: Declaration & Callable) {
  const described = [
    ...members,
    ...events,
    ...attributes,
    ...parameters,
    ...members.flatMap((m) => m.parameters ?? []),
  ];
  const texts = [...described.map(({ type }) => type?.text), ...members.map((member) => member.return?.type?.text)];
  return [...texts.flatMap((type) => type?.replaceAll(/'[^']*'/g, '').match(/\b[A-Z]\w+/g) ?? []), superclass?.name];
}

interface Callable {
  readonly parameters?: Declaration[];
}

/** What an entry exports; the compiler does not look for it, since there may be no build yet. */
const namesIn = async (file: string) => Object.keys((await import(file)) as object);

const PLATFORM = ['Promise', 'Partial', 'Record', 'RequestInit', 'CustomEvent', 'Error', 'LitElement'];

describe('the custom-elements manifest', () => {
  it('is valid by its schema', () => {
    const schema = JSON.parse(read(createRequire(import.meta.url).resolve('custom-elements-manifest'))) as object;
    const validate = new Ajv({ strict: false }).compile(schema);
    assert.ok(validate(manifest), JSON.stringify(validate.errors, null, 1));
  });

  it('describes what can be imported and nothing else', async () => {
    const exported = await namesIn('../../dist/elements.js');
    assert.deepEqual(declarations.map(({ name }) => name).sort(), exported.sort());
    for (const { path, exports } of manifest.modules) {
      const names = await namesIn(`../../${path}`);
      const described = exports.filter(({ kind }) => kind === 'js').map(({ name }) => name);
      assert.deepEqual(described.sort(), names.sort(), path);
    }
  });

  it('says which import registers which element', () => {
    const registers = (path: string) =>
      manifest.modules
        .find((module) => module.path === path)
        ?.exports.filter(({ kind }) => kind === 'custom-element-definition')
        .map(({ name }) => name);
    assert.deepEqual(registers('dist/saved-cards.js'), ['mp-saved-cards']);
    assert.deepEqual(registers('dist/add-card.js'), ['mp-add-card']);
    assert.deepEqual(registers('dist/payment-challenge.js'), ['mp-payment-challenge']);
    assert.deepEqual(registers('dist/elements.js'), []);
    assert.deepEqual(registers('dist/index.js')?.sort(), ['mp-add-card', 'mp-payment-challenge', 'mp-saved-cards']);
  });

  it('names no type that cannot be imported', () => {
    const exported = [...read('dist/elements.d.ts').matchAll(/(?:\w+ as )?(\w+)(?=[,\s]*[,}])/g)].map(
      ([, name]) => name,
    );
    const known = new Set([...exported, ...PLATFORM]);
    const unknown = declarations.flatMap((declaration) =>
      typesOf(declaration).filter((name) => name !== undefined && !known.has(name)),
    );
    assert.deepEqual(unknown, []);
  });

  it('describes every member, event, slot, part, property and state of the elements, so that no table lacks one', () => {
    const silent = elements.flatMap(({ tagName, members, events, slots, cssParts, cssProperties, cssStates }) =>
      [members, events, slots, cssParts, cssProperties, cssStates].flatMap((described = []) =>
        described.filter(({ description }) => !description).map(({ name }) => `${tagName ?? ''} ${name}`),
      ),
    );
    assert.deepEqual(silent, []);
  });

  it('lists public members only', () => {
    for (const { tagName, members = [] } of elements) {
      const names = members.map(({ name }) => name);
      const known = tagName === 'mp-payment-challenge' ? ['returnUrl', 'state'] : ['tokenize', 'publicKey'];
      for (const name of known) assert.ok(names.includes(name), `${tagName} lacks ${name}`);
      const hidden = /^[^a-z]|Callback$|^(render|willUpdate|updated|internals|styles|formAssociated)$/;
      assert.deepEqual(
        names.filter((name) => hidden.test(name)),
        [],
        tagName,
      );
    }
  });

  it('is small enough to be read by an editor at every start', () => {
    assert.ok(text.length < 80_000, `${text.length} B`);
  });
});

describe('the data for editors', () => {
  it('has every element with its attributes and events', () => {
    const vscode = JSON.parse(read('dist/vscode.html-custom-data.json')) as {
      tags: { name: string; description: { value: string }; attributes: { name: string }[] }[];
    };
    const webTypes = JSON.parse(read('dist/web-types.json')) as {
      version: string;
      contributions: {
        html: { elements: { name: string; attributes: { name: string }[]; js: { events: { name: string }[] } }[] };
      };
    };
    for (const { tagName, attributes = [], events = [] } of elements) {
      const inCode = vscode.tags.find(({ name }) => name === tagName);
      const inWebStorm = webTypes.contributions.html.elements.find(({ name }) => name === tagName);
      const names = attributes.map(({ name }) => name);
      assert.deepEqual(
        inCode?.attributes.map(({ name }) => name),
        names,
      );
      assert.deepEqual(
        inWebStorm?.attributes.map(({ name }) => name),
        names,
      );
      for (const { name } of events) assert.ok(inCode?.description.value.includes(`\`${name}\``), name);
      assert.deepEqual(
        inWebStorm?.js.events.map(({ name }) => name),
        events.map(({ name }) => name),
      );
    }
    assert.equal(webTypes.version, (JSON.parse(read('package.json')) as { version: string }).version);
  });
});
