/** What a React 19 app writes: properties under their own names, attributes, and listeners as `on` and the event's name. */
import { useRef } from 'react';
import 'mp-saved-cards';
import type { MpSavedCardsElement, TokenDetail } from 'mp-saved-cards';
import type { ElementProps } from 'mp-saved-cards/react';

const pay = (detail: TokenDetail) => void detail.token;

export function Checkout({ amount }: { amount: number }) {
  const cards = useRef<MpSavedCardsElement>(null);
  return (
    <form onSubmit={() => void cards.current?.tokenize()}>
      <mp-saved-cards
        ref={cards}
        key="cards"
        className="cards"
        style={{ maxWidth: 400 }}
        publicKey="APP_USR-1"
        endpoint="/api/cards"
        amount={amount}
        required
        messages={{ payAgain: 'Again' }}
        requestInit={() => ({ credentials: 'include' })}
        ontoken-ready={({ detail }) => pay(detail)}
        oncard-error={({ detail }) => console.error(detail.error.code)}
      >
        <mp-add-card
          slot="add-card"
          intent="pay"
          public-key="APP_USR-1"
          oncard-added={(event) => void event.detail.card.id}
        />
      </mp-saved-cards>
      <mp-payment-challenge url="https://bank.example" onchallenge-done={(event) => void event.detail.statusDetail} />
    </form>
  );
}

export const props: ElementProps<'mp-saved-cards'> = { cardId: null, mode: 'manage' };

export const wrong = [
  // @ts-expect-error there are two modes
  <mp-saved-cards mode="browse" />,
  // @ts-expect-error no number
  <mp-saved-cards publicKey={1} />,
  // @ts-expect-error no such property
  <mp-saved-cards pubicKey="APP_USR-1" />,
  // @ts-expect-error read only
  <mp-saved-cards complete />,
  // @ts-expect-error no such detail
  <mp-saved-cards ontoken-ready={(event) => event.detail.number} />,
  // @ts-expect-error no such element
  <mp-saved-card />,
];
