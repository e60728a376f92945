/** What the SDK answers about a parameter that it refuses before any request. */
export interface ParameterProblem {
  code: string;
  message: string;
}

interface Rule {
  empty: string;
  invalid: string;
  accepts: RegExp;
}

const ANYTHING = /[^]/;

const RULES: Record<string, Rule> = {
  amount: { empty: '000', invalid: '000', accepts: /^\d+(\.\d+)?$/ },
  bin: { empty: '000', invalid: '000', accepts: /^\d{6,16}$/ },
  paymentMethodId: { empty: '000', invalid: '000', accepts: ANYTHING },
  processingMode: { empty: '000', invalid: '000', accepts: /^(gateway|aggregator)$/ },
  cardNumber: { empty: '205', invalid: 'E301', accepts: /^\d{8,19}$/ },
  cardExpirationMonth: { empty: '208', invalid: '325', accepts: /^(0?[1-9]|1[0-2])$/ },
  cardExpirationYear: { empty: '209', invalid: '326', accepts: /^(\d{2}|\d{4})$/ },
  identificationType: { empty: '212', invalid: '322', accepts: ANYTHING },
  // Dots and dashes of a formatted document number are refused.
  identificationNumber: { empty: '214', invalid: '324', accepts: /^[a-zA-Z\d]*$/ },
  cardholderName: { empty: '221', invalid: '316', accepts: /^[a-zA-ZÀ-ÖØ-öø-ÿ .'’]+$/ },
  securityCode: { empty: '224', invalid: 'E302', accepts: /^\d+$/ },
};

const FALLBACK: Rule = { empty: 'default', invalid: 'default', accepts: ANYTHING };

/**
 * Judges the parameters that are given and the `required` ones. Messages name the parameter and never its value.
 */
export function parameterProblems(parameters: object, required: readonly string[] = []): ParameterProblem[] {
  const given = new Map(Object.entries(parameters) as [string, unknown][]);
  return [...new Set([...required, ...given.keys()])].flatMap((name) => {
    const value = given.get(name);
    const rule = RULES[name] ?? FALLBACK;
    if (value === undefined && !required.includes(name)) return [];
    if (value === undefined || value === null || value === '') {
      return [{ code: rule.empty, message: `parameter ${name} can not be null/empty` }];
    }
    const valid = typeof value === 'string' && rule.accepts.test(value);
    return valid || rule === FALLBACK ? [] : [{ code: rule.invalid, message: `invalid parameter ${name}` }];
  });
}
