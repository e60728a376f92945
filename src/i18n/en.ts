import type { Messages } from './messages.js';

/** English of the United States. */
export const en: Messages = {
  heading: 'Your saved cards',
  loading: 'Loading your cards…',
  empty: 'You have no saved cards yet.',
  listFailed: 'We couldn’t load your cards.',
  retry: 'Try again',

  expires: (date) => `Expires ${date}`,
  expiresSoon: (date) => `Expires soon: ${date}`,
  expiresThisMonth: () => 'Expires this month',
  expired: (date) => `Expired ${date}`,
  defaultCard: 'Default',
  endingIn: (lastFourDigits) => `ending in ${lastFourDigits}`,

  securityCode: 'Security code',
  codeHint: (length, location) => `${length} digits on the ${location} of the card`,
  codeOptional: 'If your card has no code, leave it empty.',
  tokenizing: 'Checking your card…',

  chooseCard: 'Choose a card.',
  enterCode: (length) => `Enter the ${length} digits of the security code.`,
  checkCode: 'Check the security code.',
  codeLost: 'The security code was cleared. Enter it again.',
  checkCodeOrCard: 'We couldn’t verify the card. Check the security code or choose another card.',
  cardUnknown: 'This card is no longer available. Choose another.',
  cardExpired: 'This card has expired. Choose another.',
  cardDuplicate: 'This card is already saved.',
  cardLimit: 'You can’t save more cards. Remove one to add another.',
  mercadoPagoFailed: 'We couldn’t connect to Mercado Pago. Check your connection or your ad blocker.',
  checkConnection: 'Check your connection and try again.',
  notCharged: 'You haven’t been charged. Check your connection and try again.',
  shopFailed: 'The store had a problem. Try again in a few minutes.',
  signInAgain: 'Your session has ended. Sign in again.',
  unavailable: 'This payment method isn’t available. Please use another.',
};
