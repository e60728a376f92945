import type { ListMessages } from '../messages.js';
import { en as shared } from '../shared/en.js';

/** English of the United States. */
export const en: ListMessages = {
  ...shared,
  heading: 'Your saved cards',
  loading: 'Loading your cards…',
  empty: 'There are no saved cards yet.',
  emptyManage: 'Cards you save will appear here.',
  listFailed: 'We couldn’t load your cards.',
  expires: (date) => `Expires ${date}`,
  expiresSoon: (date) => `Expires soon: ${date}`,
  expiresThisMonth: () => 'Expires this month',
  expired: (date) => `Expired ${date}`,
  defaultCard: 'Default',
  unusable: 'Can’t be used',
  useAnotherCard: 'Use another card',
  newCard: 'Credit or debit card',
  showAll: (count) => `Show all (${count})`,

  makeDefault: 'Make default',
  makeDefaultNamed: (name) => `Make default: ${name}`,
  remove: 'Remove',
  removeNamed: (name) => `Remove ${name}`,
  removed: (name) => `Removed ${name}`,
  undo: 'Undo',
  restored: (name) => `Your ${name} is still saved.`,
  removeFailed: 'We couldn’t remove the card.',
  removeUnknown: 'We don’t know whether the card was removed.',
  defaultChanged: (name) => `Default card: ${name}.`,
  defaultFailed: 'We couldn’t change your default card.',
  defaultUnknown: 'We don’t know whether your default card was changed.',
  nowChosen: (name) => `Selected card: ${name}.`,

  chooseCard: 'Choose a card.',
  noUsableCard: 'You have no cards that can be used. Use another payment method.',
  anotherMethod: 'another payment method',
  listUnavailable: 'The store had a problem. Try again or pay with another card.',

  retryWithoutCode: 'If the payment didn’t go through, you can try again.',
  startAgain: 'Start again',
};
