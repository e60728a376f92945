import type { Messages } from './messages.js';

/** English of the United States. */
export const en: Messages = {
  heading: 'Your saved cards',
  loading: 'Loading your cards…',
  empty: 'There are no saved cards yet.',
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
  codeOptional: 'Not needed if your card has no code.',
  tokenizing: 'Checking your card…',

  chooseCard: 'Choose a card.',
  enterCode: (length) => `Enter the ${length} digits of the security code.`,
  checkCard: 'We couldn’t verify the card. Check the security code or choose another card.',
  cardUnusable: 'This card can no longer be used. Choose another card.',
  mercadoPagoFailed: 'We couldn’t connect to Mercado Pago. Check your connection or your ad blocker.',
  checkConnection: 'Check your connection and try again.',
  notCharged: 'You haven’t been charged. Check your connection and try again.',
  signInAgain: 'Your session has ended. Sign in again.',
  unavailable: 'The store had a problem. Try again in a few minutes or use another payment method.',
};
