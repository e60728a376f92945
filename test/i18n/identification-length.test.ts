import { expect } from '@open-wc/testing';
import type { IdentificationType } from '../../src/card/identification-type.js';
import { identificationLength } from '../../src/i18n/identification-length.js';
import { languages } from './all-messages.js';

const type = (id: string, minLength: number, maxLength: number, kind: IdentificationType['type'] = 'number') =>
  ({ id, name: id, minLength, maxLength, type: kind }) satisfies IdentificationType;

const table: [language: string, type: IdentificationType, sentence: string][] = [
  ['es-AR', type('DNI', 7, 8), 'El número de DNI tiene 7 u 8 dígitos.'],
  ['es-AR', type('Otro', 5, 20), 'El número de documento tiene entre 5 y 20 dígitos.'],
  ['es', type('RUT', 8, 9, 'string'), 'El número de RUT tiene 8 o 9 letras o dígitos.'],
  ['es', type('RUC', 11, 11), 'El número de RUC tiene 11 dígitos.'],
  ['pt', type('CPF', 11, 11), 'O número do CPF tem 11 dígitos.'],
  ['pt', type('Otro', 5, 20), 'O número do documento tem entre 5 e 20 dígitos.'],
  ['en', type('DNI', 7, 8), 'The DNI number has 7 or 8 digits.'],
  ['en', type('RUT', 8, 9, 'string'), 'The RUT number has 8 or 9 letters or digits.'],
];

describe('identificationLength', () => {
  for (const [language, document, sentence] of table) {
    it(`says in ${language}: ${sentence}`, () => {
      expect(identificationLength(languages[language]!, document)).to.equal(sentence);
    });
  }
});
