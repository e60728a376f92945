import { expect } from '@open-wc/testing';
import type { IdentificationType } from '../../src/card/identification-type.js';
import {
  bareNumber,
  identificationProblem,
  nameProblem,
  tidyName,
  type Problem,
} from '../../src/card/input-problems.js';

describe('nameProblem', () => {
  const table: [typed: string, problem: Problem | undefined][] = [
    ['', 'missing'],
    ['   ', 'missing'],
    ['APRO', undefined],
    ['María José Núñez', undefined],
    ['Conceição d’Ávila', undefined],
    ["Pat O'Neil Jr.", undefined],
    ['ana\u00a0diaz', undefined],
    ['Jose\u0301 Pérez', undefined],
    ['Ana 2', 'invalid'],
    ['4509 9535', 'invalid'],
    ['Jean-Luc', 'invalid'],
    ['ana@example.com', 'invalid'],
    ['. .', 'invalid'],
    ['×÷', 'invalid'],
    ['李小龙', 'invalid'],
  ];
  for (const [typed, problem] of table) {
    it(`finds "${typed}" ${problem ?? 'good'}`, () => expect(nameProblem(typed)).to.equal(problem));
  }

  it('is sent with single spaces and composed letters', () => {
    expect(tidyName('  Jose\u0301\u00a0  Pérez ')).to.equal('José Pérez');
  });
});

describe('identificationProblem', () => {
  const type = (type: 'number' | 'string', minLength: number, maxLength: number): IdentificationType => ({
    id: 'ID',
    name: 'ID',
    type,
    minLength,
    maxLength,
  });
  const dni = type('number', 7, 8);
  const cpf = type('number', 11, 11);
  const cnpj = type('number', 14, 14);
  const rut = type('string', 8, 9);
  const table: [typed: string, type: IdentificationType, problem: Problem | undefined][] = [
    ['', dni, 'missing'],
    [' - . ', dni, 'missing'],
    ['12345678', dni, undefined],
    ['12.345.678', dni, undefined],
    ['1234567', dni, undefined],
    ['123456', dni, 'incomplete'],
    ['123456789', dni, 'incomplete'],
    ['1234567K', dni, 'invalid'],
    ['123.456.789-09', cpf, undefined],
    ['123 456 789 09', cpf, undefined],
    ['123.456.789–09', cpf, undefined],
    ['12.345.678/0001-95', cnpj, undefined],
    ['12.345.678-k', rut, undefined],
    ['12.345.678-K', rut, undefined],
    ['12.345.678-ñ', rut, 'invalid'],
    ['12_345_678', rut, 'invalid'],
  ];
  for (const [typed, type, problem] of table) {
    it(`finds "${typed}" ${problem ?? 'good'} for ${type.minLength}–${type.maxLength} ${type.type}`, () => {
      expect(identificationProblem(typed, type)).to.equal(problem);
    });
  }

  it('is sent without separators and in capital letters', () => {
    expect(bareNumber(' 12.345.678-k ')).to.equal('12345678K');
  });
});
