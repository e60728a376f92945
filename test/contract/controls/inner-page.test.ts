import { expect } from '@open-wc/testing';
import 'axe-core/axe.min.js';
import type axe from 'axe-core';
import { install, mount, tearDown } from './setup.js';

const inputs = [
  ['cardNumber', 'cc-number', 23],
  ['securityCode', 'cc-csc', 4],
  ['expirationMonth', 'cc-exp-month', 2],
  ['expirationYear', 'cc-exp-year', 4],
  ['expirationDate', 'cc-exp', 7],
] as const;

describe('contract: the input in the frame', () => {
  afterEach(tearDown);

  for (const [type, autocomplete, maxLength] of inputs) {
    it(`${type} has a numeric keyboard, autofill and room for ${maxLength} characters`, async () => {
      const { standIn, mp } = install();
      mount(mp, type);
      await standIn.ready(type);
      const input = standIn.input(type);
      expect(input.inputMode).to.equal('numeric');
      expect(input.getAttribute('autocomplete')).to.equal(autocomplete);
      expect(input.maxLength).to.equal(maxLength);
    });
  }

  it('has the label, the placeholder and the requirement that the field was created with', async () => {
    const { standIn, mp } = install();
    mount(mp, 'securityCode', { srLabel: 'Código de seguridad', placeholder: '123', ariaRequired: true });
    await standIn.ready('securityCode');
    const input = standIn.input('securityCode');
    expect(input.getAttribute('aria-label')).to.equal('Código de seguridad');
    expect(input.getAttribute('aria-required')).to.equal('true');
    expect(input.placeholder).to.equal('123');
  });

  it('has no aria attribute that was not set', async () => {
    const { standIn, mp } = install();
    mount(mp, 'securityCode');
    await standIn.ready('securityCode');
    const names = standIn.input('securityCode').getAttributeNames();
    expect(names.filter((name) => name.startsWith('aria-'))).to.deep.equal([]);
  });

  it('is named after the field', async () => {
    const { standIn, mp } = install();
    mount(mp, 'expirationDate');
    await standIn.ready('expirationDate');
    const { id, name } = standIn.input('expirationDate');
    expect([id, name]).to.deep.equal(['expirationDate', 'expirationDate']);
  });

  it('keeps the style that it was created with, and its placeholder when an empty one comes', async () => {
    const { standIn, mp } = install();
    const { field } = mount(mp, 'securityCode', { placeholder: '123', style: { color: 'rgb(1, 2, 3)' } });
    await standIn.ready('securityCode');
    field.update?.({ placeholder: '', style: { color: 'rgb(9, 9, 9)' } });
    await standIn.focus('securityCode');
    const { style, placeholder } = standIn.input('securityCode');
    expect([style.color, placeholder]).to.deep.equal(['rgb(1, 2, 3)', '123']);
  });

  it('becomes invalid and valid again by update', async () => {
    const { standIn, mp } = install();
    const { field } = mount(mp, 'securityCode');
    await standIn.ready('securityCode');
    field.update?.({ invalid: true });
    await standIn.focus('securityCode');
    expect(standIn.input('securityCode').getAttribute('aria-invalid')).to.equal('true');
    field.update?.({ invalid: false, placeholder: '1234' });
    await standIn.focus('securityCode');
    expect(standIn.input('securityCode').getAttribute('aria-invalid')).to.equal('false');
    expect(standIn.input('securityCode').placeholder).to.equal('1234');
  });

  it('takes the documented styles, in both spellings, and no other', async () => {
    const { standIn, mp } = install();
    mount(mp, 'securityCode', {
      style: {
        color: 'rgb(1, 2, 3)',
        fontSize: '20px',
        'text-align': 'center',
        'padding-left': '4px',
        placeholderColor: 'rgb(4, 5, 6)',
        background: 'red',
        borderColor: 'red',
        letterSpacing: '4px',
        lineHeight: '9px',
        'box-shadow': '0 0 4px red',
      },
    });
    await standIn.ready('securityCode');
    const { style } = standIn.input('securityCode');
    expect([...style].sort()).to.deep.equal(
      ['--placeholder-color', 'color', 'font-size', 'padding-left', 'text-align'].sort(),
    );
  });

  it('fills its container', async () => {
    const { standIn, mp } = install();
    const { box } = mount(mp, 'securityCode');
    box.style.cssText = 'width: 180px; height: 44px';
    await standIn.ready('securityCode');
    const { width, height } = standIn.input('securityCode').getBoundingClientRect();
    expect([width, height]).to.deep.equal([180, 44]);
  });

  it('groups the digits of a card number, those of American Express differently', async () => {
    const { standIn, mp } = install();
    const { field } = mount(mp, 'cardNumber');
    await standIn.type('cardNumber', '5031755734530604');
    expect(standIn.input('cardNumber').value).to.equal('5031 7557 3453 0604');
    await standIn.clear('cardNumber');
    field.update?.({ settings: { length: 15, validation: 'standard' } });
    await standIn.type('cardNumber', '371180303257522');
    expect(standIn.input('cardNumber').value).to.equal('3711 803032 57522');
  });

  it('inserts the slash into a date and keeps the caret in its place', async () => {
    const { standIn, mp } = install();
    mount(mp, 'expirationDate', { mode: 'short' });
    await standIn.type('expirationDate', '1130');
    const input = standIn.input('expirationDate');
    expect(input.value).to.equal('11/30');
    expect(input.selectionStart).to.equal(5);
  });

  it('is accessible with a title on the frame and a label in it', async () => {
    const { standIn, mp } = install();
    for (const [type] of inputs.slice(0, 4)) {
      const { box } = mount(mp, type, { srLabel: `Label of ${type}` });
      const iframe = box.querySelector('iframe');
      iframe?.setAttribute('title', `Frame of ${type}`);
      await standIn.ready(type);
      const script = document.createElement('script');
      script.textContent = window.axe.source;
      iframe?.contentDocument?.head.append(script);
    }
    const { violations, incomplete } = await window.axe.run(document.body, { runOnly: ['wcag2a', 'wcag2aa'] });
    expect(violations.map(({ id }) => id)).to.deep.equal([]);
    expect(incomplete.map(({ id }) => id)).not.to.include('frame-tested');
  });
});

declare global {
  interface Window {
    axe: typeof axe & { source: string };
  }
}
