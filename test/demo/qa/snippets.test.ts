import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runInThisContext } from 'node:vm';
import { transform } from 'esbuild';
import { parse } from 'vue/compiler-sfc';
import { integrationFor, type Markup } from '../../../demo/qa/integration.js';
import { settingsFrom } from '../../../demo/qa/settings.js';
import { snippet } from '../../../demo/qa/snippets.js';
import { shop } from './checkout-settings.js';

/** An element as a framework sees it. */
interface Made {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly children: readonly (Made | string)[];
}

const PAY = 'Pay {1} & <more>';

const given = (markup: Markup): Made => ({
  tag: markup.tag,
  attributes: Object.fromEntries(
    Object.entries(markup.attributes).filter(([, value]) => value !== null && value !== false),
  ),
  children: markup.children.map(given),
});

const whole = (markup: Markup): Made => ({
  tag: 'form',
  attributes: { action: '/checkout', method: 'post' },
  children: [given(markup), { tag: 'button', attributes: {}, children: [PAY] }],
});

const camelCase = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const withProperties = (made: Made): Made => ({
  ...made,
  attributes: Object.fromEntries(Object.entries(made.attributes).map(([name, value]) => [camelCase(name), value])),
  children: made.children.map((child) => (typeof child === 'string' ? child : withProperties(child))),
});

/** What the component of the snippet renders, with a function in React's place. */
async function rendered(code: string): Promise<Made> {
  const { code: script } = await transform(code, { loader: 'tsx', jsxFactory: 'make', format: 'cjs' });
  const make = (tag: string, attributes: object | null, ...children: (Made | string)[]): Made => ({
    tag,
    attributes: { ...attributes },
    children,
  });
  const module = { exports: {} as { Checkout(): Made } };
  type Run = (exported: typeof module, require: () => object, create: typeof make) => void;
  const run = runInThisContext(`(module, require, make) => {${script}}`) as Run;
  run(module, () => ({}), make);
  return module.exports.Checkout();
}

/** What this test reads of a node of Vue's syntax tree. */
interface Node {
  readonly tag?: string;
  readonly content?: string | object;
  readonly props?: readonly { readonly name: string; readonly value?: { readonly content: string } }[];
  readonly children?: readonly Node[];
}

/** The elements of a Vue template. */
const read = (nodes: readonly Node[]): (Made | string)[] =>
  nodes.flatMap(({ tag, content, props = [], children = [] }): (Made | string)[] => {
    if (tag === undefined) return typeof content === 'string' && content.trim() ? [content.trim()] : [];
    const attributes = Object.fromEntries(props.map(({ name, value }) => [name, value ? value.content : true]));
    return [{ tag, attributes, children: read(children) }];
  });

describe('the code of the QA page', () => {
  const queries = [
    '',
    '?show=pay&locale=pt-BR',
    '?show=list&mode=manage&removable=true',
    '?prefix=true&required=false',
  ];
  const integrations = queries.map((query) => integrationFor(settingsFrom(query), shop));
  integrations.push(integrationFor(settingsFrom(''), { ...shop, publicKey: '"&{}' }));

  it('is a React component that renders what the page shows', async () => {
    for (const markup of integrations)
      assert.deepEqual(await rendered(snippet('react', markup, PAY)), withProperties(whole(markup)));
  });

  it('is a Vue component that renders what the page shows', () => {
    for (const markup of integrations) {
      const { descriptor, errors } = parse(snippet('vue', markup, PAY), { ignoreEmpty: false });
      assert.deepEqual(errors, []);
      const nodes = (descriptor.template?.ast?.children ?? []) as readonly unknown[] as readonly Node[];
      assert.deepEqual(read(nodes), [whole(markup)]);
    }
  });
});
