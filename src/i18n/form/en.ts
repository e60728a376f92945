import type { FormMessages } from '../messages.js';
import { en as shared } from '../shared/en.js';

/** English of the United States. */
export const en: FormMessages = {
  ...shared,
  addCard: 'Add card',
  newCard: 'Credit or debit card',
  saveCard: 'Save card',
  saving: 'Saving your card…',
  cancel: 'Cancel',
  cardNumber: 'Card number',
  expirationDate: 'Expiration date',
  expirationPlaceholder: 'MM/YY',
  cardholderName: 'Name on card',
  identificationType: 'Cardholder’s ID type',
  identificationNumber: 'ID number',
  issuer: 'Bank',
  chooseOption: 'Choose',
  saveCardBox: 'Save this card for your next purchase',
  trust: 'Mercado Pago receives the number and the code. This store never sees them.',
  brandUnknown: 'We don’t recognize this number. If it’s right, you can continue.',
  lookupFailed: 'We couldn’t recognize the card. You can continue.',
  saveFirst: 'Save the card first.',

  enterNumber: 'Enter the card number.',
  enterExpiration: 'Enter the expiration month and year.',
  enterName: 'Enter the name on the card.',
  nameLetters: 'Use only letters in the name.',
  enterIdentification: 'Enter the ID number.',
  wrongIdentification: (name, amount, hasLetters) =>
    `The ${name || 'ID'} number has ${amount} ${hasLetters ? 'letters or digits' : 'digits'}.`,
  range: (from, to) => (to - from === 1 ? `${from} or ${to}` : `${from} to ${to}`),
  chooseIssuer: 'Choose your card’s bank.',

  newCardRefused: 'We couldn’t use this card. Check the details or try another.',
  newCardUnrecognized: 'We didn’t recognize the card. Check the number and the bank.',
  checkIdentification: 'Check the ID type and number.',
  saveUnknown: 'We don’t know whether the card was saved. Try saving it again: it won’t be saved twice.',
  paymentUnaffected: 'This doesn’t affect your payment.',
};
