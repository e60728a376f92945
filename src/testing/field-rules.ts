import type { FieldProblem } from './protocol.js';
import type { FieldSettings, FieldType } from './types.js';

/** The options and settings of a field that affect its content. */
export interface FieldTerms {
  mode?: 'short' | 'full' | undefined;
  enableLuhnValidation?: boolean | undefined;
  settings?: FieldSettings | undefined;
}

export interface FieldRules {
  maxLength(type: FieldType, terms: FieldTerms): number;
  format(type: FieldType, value: string, terms: FieldTerms): string;
  /** `submitted`: a token was requested, so that an empty field is a problem too. */
  problems(type: FieldType, value: string, terms: FieldTerms, submitted: boolean): FieldProblem[];
  expired(month: number, year: number): FieldProblem[];
  fullYear(year: string): number;
}

/**
 * The rules for the content of all fields. Its source text is inserted into the Secure Fields page, so it must not use anything
 * from outside the function.
 */
export function fieldRules(): FieldRules {
  const problem = (
    field: FieldType,
    cause: FieldProblem['cause'],
    message: string,
    reason: string = cause,
  ): FieldProblem => ({ field, cause, message, details: { reason } });

  const empty = (field: FieldType) => problem(field, 'invalid_value', `${field} is empty.`, 'empty_value');
  const notNumber = (field: FieldType) => problem(field, 'invalid_type', `${field} should be a number.`);
  const isNumber = (value: string) => /^\d+$/.test(value);
  const fullYear = (year: string) => Number(year.length === 2 ? `20${year}` : year);

  const passesLuhn = (digits: string) =>
    [...digits].reverse().reduce((sum, digit, index) => {
      const weighed = Number(digit) * (index % 2 ? 2 : 1);
      return sum + (weighed > 9 ? weighed - 9 : weighed);
    }, 0) %
      10 ===
    0;

  const codeProblems = (value: string, { settings }: FieldTerms, submitted: boolean) => {
    if (value === '' && settings?.mode === 'optional') return [];
    if (value === '' && submitted) return [empty('securityCode')];
    const lengths = settings?.length ? [settings.length] : [3, 4];
    const found: FieldProblem[] = [];
    if (value !== '' && !isNumber(value)) found.push(notNumber('securityCode'));
    if (!lengths.includes(value.length)) {
      const expected = lengths.map((length) => `'${length}'`).join(' or ');
      found.push(problem('securityCode', 'invalid_length', `securityCode should be of length ${expected}.`));
    }
    return found;
  };

  const numberProblems = (value: string, { settings, enableLuhnValidation }: FieldTerms, submitted: boolean) => {
    const digits = value.replace(/ /g, '');
    const length = settings?.length;
    const found: FieldProblem[] = [];
    if (!isNumber(digits)) found.push(notNumber('cardNumber'));
    if (digits === '' && submitted) found.push(empty('cardNumber'));
    if (length ? digits.length !== length : digits.length < 8 || digits.length > 19) {
      const expected = length ? `'${length}'` : "between '8' and '19'";
      found.push(problem('cardNumber', 'invalid_length', `cardNumber should be of length ${expected}.`));
    }
    // Mercado Pago runs the check only after `update({settings})` has set `validation`, and then also on a number that is too short.
    const checked = enableLuhnValidation && settings && settings.validation !== 'none';
    if (checked && isNumber(digits) && !passesLuhn(digits)) {
      found.push(problem('cardNumber', 'invalid_value', 'card number rejected on Luhn Validation.', 'luhn'));
    }
    return found;
  };

  const monthProblems = (value: string, submitted: boolean) => {
    if (value === '' && submitted) return [empty('expirationMonth')];
    if (!isNumber(value)) return [notNumber('expirationMonth')];
    const month = Number(value);
    return month >= 1 && month <= 12
      ? []
      : [problem('expirationMonth', 'invalid_value', 'expirationMonth should be a value from 1 to 12.')];
  };

  const yearProblems = (value: string, { mode }: FieldTerms, submitted: boolean) => {
    if (value === '' && submitted) return [empty('expirationYear')];
    if (!isNumber(value)) return [notNumber('expirationYear')];
    const lengths = mode === 'short' ? [2] : mode === 'full' ? [4] : [2, 4];
    if (!lengths.includes(value.length)) {
      const expected = lengths.map((length) => `'${length}'`).join(' or ');
      return [problem('expirationYear', 'invalid_length', `expirationYear should be of length ${expected}.`)];
    }
    const thisYear = new Date().getFullYear();
    const message = `expirationYear value should be greater or equal than ${thisYear}.`;
    return fullYear(value) >= thisYear ? [] : [problem('expirationYear', 'invalid_value', message)];
  };

  const expired = (month: number, year: number) => {
    const now = new Date();
    if (year !== now.getFullYear() || month > now.getMonth()) return [];
    const message =
      `expirationMonth value should be greater than '${now.getMonth()}' ` +
      `or expirationYear value should be greater than '${now.getFullYear()}'.`;
    return [problem('expirationMonth', 'invalid_value', message)];
  };

  return {
    fullYear,
    expired,

    maxLength(type, { mode, settings }) {
      if (type === 'securityCode') return settings?.length ?? 4;
      if (type === 'expirationMonth') return 2;
      if (type === 'expirationYear') return mode === 'short' ? 2 : 4;
      if (type === 'expirationDate') return mode === 'short' ? 5 : 7;
      const digits = settings?.length ?? 19;
      return digits + Math.ceil(digits / 4) - 1;
    },

    format(type, value, { settings }) {
      if (type === 'cardNumber' && /^[\d ]*$/.test(value)) {
        const digits = value.replace(/ /g, '');
        const groups = settings?.length === 15 ? /^(\d{1,4})(\d{1,6})?(\d{1,5})?/ : null;
        const parts = groups ? (groups.exec(digits)?.slice(1) ?? []) : (digits.match(/\d{1,4}/g) ?? []);
        return parts.filter(Boolean).join(' ');
      }
      if (type === 'expirationDate' && /^\d{3,}$/.test(value)) return `${value.slice(0, 2)}/${value.slice(2)}`;
      return value;
    },

    problems(type, value, terms, submitted) {
      if (type === 'securityCode') return codeProblems(value, terms, submitted);
      if (type === 'cardNumber') return numberProblems(value, terms, submitted);
      if (type === 'expirationMonth') return monthProblems(value, submitted);
      if (type === 'expirationYear') return yearProblems(value, terms, submitted);
      const [month = '', year = ''] = value.split('/');
      const found = [...monthProblems(month, submitted), ...yearProblems(year, terms, submitted)];
      return found.length > 0 ? found : expired(Number(month), fullYear(year));
    },
  };
}
