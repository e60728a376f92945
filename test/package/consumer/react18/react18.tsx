/** What a React 18 app writes: it sets attributes only, and listens through a `ref`. */
import { useEffect, useRef } from 'react';
import 'mp-saved-cards';
import type { MpSavedCardsElement } from 'mp-saved-cards';
import type {} from 'mp-saved-cards/react';

export function Checkout({ amount, required }: { amount: number; required: boolean }) {
  const cards = useRef<MpSavedCardsElement>(null);
  useEffect(() => {
    cards.current?.addEventListener('token-ready', ({ detail }) => void detail.token);
  });
  return (
    <mp-saved-cards
      ref={cards}
      class="cards"
      public-key="APP_USR-1"
      amount={amount}
      required={required ? '' : undefined}
    >
      <mp-add-card slot="add-card" intent="pay" />
    </mp-saved-cards>
  );
}

export const wrong = [
  // @ts-expect-error React 18 writes `required="false"`, which is true
  <mp-saved-cards required={false} />,
  // @ts-expect-error React 18 writes an attribute `publickey`
  <mp-saved-cards publicKey="APP_USR-1" />,
  // @ts-expect-error React 18 writes `[object Object]`
  <mp-saved-cards messages={{}} />,
  // @ts-expect-error React 18 writes an attribute `classname`
  <mp-saved-cards className="cards" />,
  // @ts-expect-error there are two modes
  <mp-saved-cards mode="browse" />,
];
