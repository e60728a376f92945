import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { minifyCss, minifyHtml } from '../../.ci/minify-templates.js';

/** A template is written as its text, with `${}` for each placeholder. */
const HTML: readonly [fact: string, before: string, after: string][] = [
  ['white space around blocks goes', '\n  <div>\n    <p>a</p>\n  </div>\n', '<div><p>a</p></div>'],
  ['words keep one space', '<b>a</b>\n   <i>b</i>  c', '<b>a</b> <i>b</i> c'],
  ['placeholders keep the space around them', '<p>\n ${}\n ${} a</p>', '<p>${} ${} a</p>'],
  ['a placeholder between blocks keeps no space', '<div></div>\n  ${}\n  <p></p>', '<div></div>${}<p></p>'],
  ['attributes are parted by one space', '<input\n  a="1"\n  b=${}\n  c\n/>', '<input a="1" b=${} c />'],
  ['nothing is before the end of a tag', '<i\n  a="1"\n>b</i>', '<i a="1">b</i>'],
  ['quoted values stay', `<i a="x  \${}  >  y" b='  '>c</i>`, `<i a="x  \${}  >  y" b='  '>c</i>`],
  ['a bare value is not joined with the slash', '<path d=${} />', '<path d=${} />'],
  ['non-breaking spaces stay', '<p>\u00a0\n a</p>', '<p>\u00a0 a</p>'],
];

describe('minified html templates', () => {
  for (const [fact, before, after] of HTML)
    it(fact, () => assert.deepEqual(minifyHtml(before.split('${}')), after.split('${}')));
});

describe('minified style sheets', () => {
  it('keep what newer browsers know', () => {
    const sheet = ':host { color: light-dark(#000000, #ffffff) } .a:dir(rtl) { inset-inline: 0 auto; }';
    assert.equal(minifyCss(sheet), ':host{color:light-dark(#000,#fff)}.a:dir(rtl){inset-inline:0 auto}');
  });

  it('keep the fall-backs of custom properties', () => {
    assert.equal(minifyCss('a { --_b: var(--c,  0 0 0 3px red); }'), 'a{--_b:var(--c,0 0 0 3px red)}');
  });
});
