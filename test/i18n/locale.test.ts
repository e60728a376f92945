import { expect } from '@open-wc/testing';
import { withMessages, type SdkLocale } from '../../src/i18n/locale.js';
import type { Messages } from '../../src/i18n/messages.js';
import { en, es, esAr, esMx, matchLocale, pt } from '../support/messages.js';

const table: [wanted: (string | null | undefined)[], sdkLocale: SdkLocale, messages: Messages][] = [
  [['es-AR'], 'es-AR', esAr],
  [['es-UY'], 'es-UY', esAr],
  [['es-CL'], 'es-CL', es],
  [['es-CO'], 'es-CO', es],
  [['es-MX'], 'es-MX', esMx],
  [['es-PE'], 'es-PE', es],
  [['es-VE'], 'es-VE', es],
  [['pt-BR'], 'pt-BR', pt],
  [['en-US'], 'en-US', en],
  [['es'], 'es-MX', es],
  [['es-ES'], 'es-MX', es],
  [['es-419'], 'es-MX', es],
  [['es-EC'], 'es-MX', es],
  [['es_mx'], 'es-MX', esMx],
  [['pt'], 'pt-BR', pt],
  [['pt-PT'], 'pt-BR', pt],
  [['en'], 'en-US', en],
  [['en-GB'], 'en-US', en],
  [['ES-ar'], 'es-AR', esAr],
  [['es_AR'], 'es-AR', esAr],
  [['es-AR-u-nu-latn'], 'es-AR', esAr],
  [['fr'], 'en-US', en],
  [['est'], 'en-US', en],
  [['constructor'], 'en-US', en],
  [[''], 'en-US', en],
  [[], 'en-US', en],
  [['fr', 'pt-BR'], 'pt-BR', pt],
  [['', null, undefined, 'es-PE'], 'es-PE', es],
  [['en', 'es-AR'], 'en-US', en],
  [['es', 'es-AR'], 'es-MX', es],
];

describe('withMessages', () => {
  it('takes the page’s own sentences', () => {
    const { messages } = withMessages(matchLocale(['en']), { retry: 'Once more', showAll: (count) => `All ${count}` });
    expect([messages.retry, messages.showAll(7), messages.payAgain]).to.deep.equal(['Once more', 'All 7', en.payAgain]);
  });

  it('leaves out what is of another type than the sentence', () => {
    const own = { retry: undefined, showAll: 'All cards', payAgain: null, constructor: 'x' } as never;
    const { messages } = withMessages(matchLocale(['en']), own);
    expect([messages.retry, messages.showAll, messages.payAgain]).to.deep.equal([en.retry, en.showAll, en.payAgain]);
    expect(withMessages(matchLocale(['en']), null).messages).to.deep.equal(en);
  });
});

describe('matchLocale', () => {
  for (const [wanted, sdkLocale, messages] of table) {
    it(`gives ${sdkLocale} for ${JSON.stringify(wanted)}`, () => {
      const locale = matchLocale(wanted);
      expect(locale.sdkLocale).to.equal(sdkLocale);
      expect(locale.messages).to.equal(messages);
    });
  }
});
