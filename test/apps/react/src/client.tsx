import { hydrateRoot } from 'react-dom/client';
import { Page } from './hydrated';

const root = document.getElementById('root')!;
hydrateRoot(root, <Page cards={root.dataset.cards} />, {
  onRecoverableError: (error) => console.error('recovered:', error),
});
