import { html, nothing } from 'lit';

/** The page, on the server and in the browser. */
export const page = ({ cards, isOpen = true, renders = 0, payment = {} }, { submit, toggle, render } = {}) => html`
  ${
    isOpen
      ? html`
          <form @submit=${submit}>
            <mp-saved-cards
              public-key="TEST-MLA-demo"
              endpoint="/api/cards"
              cards=${cards ?? nothing}
              amount="129.90"
              required
              @card-error=${({ detail }) => console.warn(detail.error.code)}
            >
              <mp-add-card slot="add-card"></mp-add-card>
            </mp-saved-cards>
            <button>Pagar</button>
          </form>
        `
      : nothing
  }
  <button id="toggle" type="button" @click=${toggle}>${isOpen ? 'Leave' : 'Back to the checkout'}</button>
  <button id="render" type="button" @click=${render}>${renders}</button>
  <output
    id="payment-result"
    data-status=${payment.status ?? nothing}
    data-status-detail=${payment.status_detail ?? nothing}
    data-payment-id=${payment.id ?? nothing}
  ></output>
`;
