import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { queryOf, settingsFrom } from '../../../demo/qa/settings.js';
import { PROPERTIES, themeCss, themeFrom, themeText } from '../../../demo/qa/theme.js';

describe('the theme of the QA page', () => {
  it('is printed as the rule that a shop writes, and as nothing when nothing is changed', () => {
    assert.equal(
      themeCss({ 'color-accent': '#8a3b12', radius: '4px' }),
      'mp-saved-cards,\nmp-add-card,\nmp-payment-challenge {\n  --mp-color-accent: #8a3b12;\n  --mp-radius: 4px;\n}\n',
    );
    assert.equal(themeCss({}), '');
  });

  it('survives the way into the address and back', () => {
    const theme = { 'color-accent': '#8a3b12', 'focus-ring': '0 0 0 3px rgb(1 2 3 / 50%)' };
    const query = queryOf({ ...settingsFrom(''), css: themeText(theme) });
    assert.deepEqual(themeFrom(settingsFrom(query).css), theme);
  });

  it('takes nothing from an address but these properties and plain values', () => {
    const bad = ['color:red', 'radius:1px}body{display:none', 'color-text:url(//x)', 'radius:', 'constructor:1'];
    assert.deepEqual(themeFrom(`${bad.join(';')};space:8px`), { space: '8px' });
  });

  it('knows every public property of the elements’ first tier, and no other', async () => {
    const tokens = await readFile(new URL('../../../src/ui/tokens.ts', import.meta.url), 'utf8');
    const size = await readFile(new URL('../../../src/ui/base-styles.ts', import.meta.url), 'utf8');
    const names = new Set([...(tokens + size).matchAll(/var\(--mp-([\w-]+)/g)].map(([, name]) => name));
    // Falls back to the radius of fields.
    names.delete('button-radius');
    assert.deepEqual(Object.keys(PROPERTIES).sort(), [...names].sort());
  });
});
