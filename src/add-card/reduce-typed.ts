import type { IdentificationType } from '../card/identification-type.js';
import { NOTHING_TYPED, type State, type Typed } from './state.js';

/** What the plain fields begin with. */
export const startingValues = ({ prefilled, documents }: State): Typed =>
  withDocument({ ...NOTHING_TYPED, ...prefilled }, documents);

/** A value that is given later does not overwrite what was typed. A document that was only chosen as the first was not. */
export function prefill(state: State, values: Partial<State['prefilled']>): State {
  const { typed, prefilled, documents } = state;
  const names = Object.keys(prefilled) as (keyof typeof prefilled)[];
  const changed = names.filter((name) => values[name] !== undefined && values[name] !== prefilled[name]);
  if (changed.length === 0) return state;
  const isFirstDocument =
    typed.identificationType === documents[0]?.id && typed.identificationNumber === prefilled.identificationNumber;
  const free = changed.filter(
    (name) => typed[name] === prefilled[name] || (isFirstDocument && name === 'identificationType'),
  );
  const given = Object.fromEntries(free.map((name) => [name, values[name]]));
  return {
    ...state,
    prefilled: { ...prefilled, ...values },
    typed: withDocument({ ...typed, ...given }, documents),
  };
}

/** One document is always chosen: the first one that the country has, unless another one of them is wanted. */
export function withDocument(typed: Typed, documents: readonly IdentificationType[]): Typed {
  const [first] = documents;
  const isOffered = documents.some(({ id }) => id === typed.identificationType);
  return isOffered || !first ? typed : { ...typed, identificationType: first.id };
}

/** Another kind of document has other rules for its number. */
export const fieldsOf = (typed: Partial<Typed>): string[] => [
  ...Object.keys(typed),
  ...('identificationType' in typed ? ['identificationNumber'] : []),
];
