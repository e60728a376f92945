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
  codeOptional: '(optional)',
  tokenizing: 'Checking your card…',

  chooseCard: 'Choose a card.',
  noUsableCard: 'There is no card you can use. Please pay another way.',
  enterCode: (length) => `Enter the ${length} digits of the security code.`,
  checkCode: 'Check the security code.',
  checkCard: 'We couldn’t verify the card. Check the code or choose another.',
  cardUnusable: 'This card can no longer be used. Choose another.',
  mercadoPagoFailed: 'We couldn’t connect to Mercado Pago. Check your connection or ad blocker.',
  checkConnection: 'Check your connection and try again.',
  notCharged: 'You haven’t been charged. Check your connection and try again.',
  signInAgain: 'Your session has ended. Sign in again.',
  unavailable: 'The store had a problem. Try again later or use another payment method.',
};
