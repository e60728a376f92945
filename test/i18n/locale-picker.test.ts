import { expect } from '@open-wc/testing';
import { listLanguages } from '../../src/i18n/list/languages.js';
import { localePicker } from '../../src/i18n/locale.js';

const OWN = { retry: 'Once more' };

describe('the locale of an element', () => {
  const pick = () => localePicker(() => listLanguages);

  it('is the same object as long as the language and the page’s objects are the same', () => {
    const locale = pick();
    const first = locale(['en'], OWN, undefined);
    expect(locale(['en-GB'], OWN, undefined)).to.equal(first);
    expect(first.messages.retry).to.equal('Once more');
  });

  it('has our own table, and no copy of it, where the page has no words of its own', () => {
    expect(pick()(['es-AR'], {}, undefined).messages).to.equal(listLanguages.esAr);
  });

  it('is another one with another language, region, or object of the page', () => {
    const locale = pick();
    const all = [
      locale(['en'], OWN),
      locale(['es'], OWN),
      locale(['es-MX'], OWN),
      locale(['es-CL'], OWN),
      locale(['es-CL'], { ...OWN }),
      locale(['es-CL'], null),
    ];
    expect(new Set(all)).to.have.lengthOf(all.length);
    expect(all.map(({ messages }) => messages.retry).slice(-3)).to.deep.equal([
      'Once more',
      'Once more',
      listLanguages.es.retry,
    ]);
  });

  it('has the last sentence that the page gives, of the element or of its list', () => {
    const { messages } = pick()(['en'], { retry: 'From the list', undo: 'Back' }, OWN);
    expect([messages.retry, messages.undo]).to.deep.equal(['Once more', 'Back']);
  });
});
