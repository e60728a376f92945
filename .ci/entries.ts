/** The modules that can be imported from the package, by their name in `dist/`. */
export const ENTRIES = {
  index: 'src/index.ts',
  'saved-cards': 'src/saved-cards.ts',
  'add-card': 'src/add-card.ts',
  'payment-challenge': 'src/payment-challenge.ts',
  elements: 'src/elements.ts',
  'testing/index': 'src/testing/index.ts',
} as const;
