import { html } from '@open-wc/testing';
import { mountForm, readyForm } from '../support/add-card-harness.js';
import { nextKey } from '../support/saved-cards-harness.js';

describe('<mp-add-card> is accessible', () => {
  it('closed', async () => {
    const form = await mountForm(html`<mp-add-card locale="es-AR" public-key=${nextKey()}></mp-add-card>`);
    await form.expectAccessible();
  });

  it('open and empty', async () => {
    const form = await readyForm();
    await form.expectAccessible();
  });

  it('with every field said to be wrong', async () => {
    const form = await readyForm();
    await form.click();
    await form.expectAccessible();
  });
});
