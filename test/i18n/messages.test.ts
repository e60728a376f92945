import { expect } from '@open-wc/testing';
import { es } from '../../src/i18n/es.js';
import { languages, sentences } from './all-messages.js';

const keys = Object.keys(es).sort();

/** Imperatives and verbs of "vos" end in a stressed vowel; in the neutral words nothing does. */
const VOS = /\p{L}[áéí](?!\p{L})/u;
const TU =
  /(?<!\p{L})(elige|ingresa|revisa|inicia|usa|quita|prueba|intenta|int[ée]ntalo|tienes|puedes|d[ée]jalo)(?!\p{L})/iu;

for (const [language, messages] of Object.entries(languages)) {
  describe(`words in ${language}`, () => {
    const said = sentences(messages);

    it('are there for every key and no other', () => expect(Object.keys(messages).sort()).to.deep.equal(keys));

    it('are never empty and have no loose spaces', () => {
      for (const [key, sentence] of said) expect(sentence, key).to.match(/^\S+( \S+)*$/);
    });

    it('are never technical', () => {
      for (const [key, sentence] of said) {
        expect(sentence, key).to.not.match(/error|token|sdk|api|http|cvv|undefined|null|NaN|[{}<>$]/i);
      }
    });

    it('hold the values they are given', () => {
      expect(messages.expires('07/29')).to.include('07/29');
      expect(messages.expiresSoon('07/29')).to.include('07/29');
      expect(messages.expired('07/29')).to.include('07/29');
      expect(messages.endingIn('0604')).to.include('0604');
      expect(messages.enterCode(4)).to.include('4');
      expect(messages.codeHint(4, 'front')).to.include('4');
    });

    it('tell the front of the card from its back', () => {
      expect(messages.codeHint(3, 'front')).to.not.equal(messages.codeHint(3, 'back'));
    });
  });
}

describe('words of different languages', () => {
  const spanish = sentences(languages['es']!);

  for (const language of ['pt', 'en']) {
    it(`are all translated in ${language}`, () => {
      for (const [key, sentence] of sentences(languages[language]!)) {
        if (key !== 'codeOptional') expect(sentence, key).to.not.equal(spanish.get(key)); // "(opcional)" in both
      }
    });
  }

  it('say "vos" in es-AR and never "tú"', () => {
    const said = [...sentences(languages['es-AR']!).values()];
    expect(said.filter((sentence) => TU.test(sentence))).to.deep.equal([]);
    expect(said.some((sentence) => VOS.test(sentence))).to.equal(true);
  });

  it('say "tú" in neutral Spanish and never "vos"', () => {
    const said = [...spanish.values()];
    expect(said.filter((sentence) => VOS.test(sentence))).to.deep.equal([]);
    expect(said.some((sentence) => TU.test(sentence))).to.equal(true);
  });

  it('differ between es-AR and neutral Spanish only where the shopper is told what to do', () => {
    for (const [key, sentence] of sentences(languages['es-AR']!)) {
      expect(sentence !== spanish.get(key), key).to.equal(TU.test(spanish.get(key) ?? ''));
    }
  });
});
