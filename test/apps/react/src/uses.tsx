/** Right and wrong uses, looked at by the compiler only. Each expected error is one. */
import type {} from 'mp-saved-cards/react';

export const right = (
  <mp-saved-cards
    publicKey="APP_USR-1"
    amount={129.9}
    messages={{ heading: 'Tus tarjetas' }}
    ontoken-ready={({ detail }) => detail.token.length}
    oncard-error={({ detail }) => detail.error.code === 'aborted'}
  >
    <mp-add-card slot="add-card" intent="pay" oncard-added={({ detail }) => detail.card.id.length} />
  </mp-saved-cards>
);

export const wrong = [
  // @ts-expect-error there are two modes
  <mp-saved-cards mode="browse" />,
  // @ts-expect-error no such property
  <mp-saved-cards pubicKey="APP_USR-1" />,
  // @ts-expect-error no such detail
  <mp-saved-cards ontoken-ready={({ detail }) => detail.number} />,
];
