import { useEffect, useRef, useState } from 'react';
import type { MpSavedCardsElement } from 'mp-saved-cards';
import type {} from 'mp-saved-cards/react';

/**
 * A page that the server renders too. React 18 gives an element attributes only, and listeners in an effect.
 */
export function Page({ cards }: { cards: string | undefined }) {
  const element = useRef<MpSavedCardsElement>(null);
  const [presses, setPresses] = useState(0);
  useEffect(() => {
    document.documentElement.dataset.hydrated = '';
    const report = ({ detail }: { detail: { error: { code: string } } }) => console.warn(detail.error.code);
    const list = element.current!;
    list.addEventListener('card-error', report);
    return () => list.removeEventListener('card-error', report);
  }, []);
  return (
    <form>
      <mp-saved-cards ref={element} public-key="TEST-MLA-demo" endpoint="/api/cards" cards={cards} amount="129.90">
        <h2 slot="heading">Tus tarjetas</h2>
        <mp-add-card slot="add-card" />
      </mp-saved-cards>
      <button id="render" type="button" onClick={() => setPresses(presses + 1)}>
        {presses}
      </button>
    </form>
  );
}
