import { expect, fixture, html } from '@open-wc/testing';
import { submitImplicitly } from '../../src/core/submit-implicitly.js';
import { watchSubmits } from './checkout.js';

describe('an implicit submit', () => {
  const submittersOf = (form: HTMLFormElement) => {
    const seen = watchSubmits(form, { prevent: true });
    submitImplicitly(form);
    return seen.map(({ submitter }) => submitter?.id ?? null);
  };

  it('presses the first submit button', async () => {
    const form = await fixture<HTMLFormElement>(html`
      <form>
        <button id="help" type="button"></button><button id="clear" type="reset"></button>
        <input id="pay" type="submit" /><button id="later"></button>
      </form>
    `);
    expect(submittersOf(form)).to.deep.equal(['pay']);
  });

  it('presses a picture that submits', async () => {
    const form = await fixture<HTMLFormElement>(html`
      <form><input id="picture" type="image" alt="Pay" /><button id="later"></button></form>
    `);
    expect(submittersOf(form)).to.deep.equal(['picture']);
  });

  it('presses a button that belongs to the form by id', async () => {
    const place = await fixture(html`
      <div>
        <form id="implicit"></form>
        <button id="outside" form="implicit"></button>
      </div>
    `);
    expect(submittersOf(place.querySelector('form')!)).to.deep.equal(['outside']);
  });

  it('causes a click event, as Enter in a field does', async () => {
    const form = await fixture<HTMLFormElement>(html`<form><button></button></form>`);
    let clicks = 0;
    form.addEventListener('click', (event) => {
      clicks++;
      event.preventDefault();
    });
    expect(submittersOf(form)).to.be.empty;
    expect(clicks).to.equal(1);
  });

  it('does nothing while the first submit button is disabled', async () => {
    const form = await fixture<HTMLFormElement>(html`<form><button disabled></button><button></button></form>`);
    expect(submittersOf(form)).to.be.empty;
  });

  it('submits a form without a submit button', async () => {
    const form = await fixture<HTMLFormElement>(html`<form><button type="button"></button></form>`);
    expect(submittersOf(form)).to.deep.equal([null]);
  });

  it('does nothing without a form', () => {
    expect(() => submitImplicitly(null)).not.to.throw();
  });
});
