import { css, html, type TemplateResult } from 'lit';

/**
 * A small picture of a card's brand, drawn by us: its word, in its colours where we know them. Decorative, since the row
 * names the brand. Debit methods (`debvisa`) wear the mark of their brand.
 */
export function brandMark(paymentMethodId: string): TemplateResult {
  const brand = paymentMethodId.replace(/^deb/, '');
  return html`<span class="brand" data-brand=${brand} part="brand" aria-hidden="true">${brand.slice(0, 7)}</span>`;
}

export const brandMarkStyles = css`
  .brand {
    display: grid;
    position: relative;
    place-items: center;
    inline-size: 44px;
    block-size: 28px;
    border: 1px solid var(--_line);
    border-radius: 5px;
    overflow: hidden;
    background: #fff;
    color: #1a2b6b;
    font-size: 10px;
    font-weight: 700;
    line-height: 1;
    letter-spacing: 0.02em;
    text-transform: uppercase;
  }
  [data-brand='amex'] {
    border-color: transparent;
    background: #1769c2;
    color: #fff;
  }
  [data-brand='master'],
  [data-brand='maestro'] {
    color: transparent;
  }
  [data-brand='master']::before,
  [data-brand='master']::after,
  [data-brand='maestro']::before,
  [data-brand='maestro']::after {
    content: '';
    position: absolute;
    inset: 5px auto auto 9px;
    inline-size: 16px;
    block-size: 16px;
    border-radius: 50%;
    background: #e0342b;
  }
  [data-brand='master']::after,
  [data-brand='maestro']::after {
    inset-inline-start: 18px;
    background: #f2a33a;
    mix-blend-mode: multiply;
  }
  [data-brand='maestro']::after {
    background: #3a7fd5;
  }
`;
