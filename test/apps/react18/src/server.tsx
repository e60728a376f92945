import { renderToString } from 'react-dom/server';
import { Page } from './hydrated';

export const html = (cards: string | undefined) => renderToString(<Page cards={cards} />);
