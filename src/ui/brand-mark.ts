import { css, html, type TemplateResult } from 'lit';

/** Our own marks: a word in the brand's colours. Debit methods (`debvisa`) wear the mark of their brand. */
const MARKS: Record<string, string> = {
  visa: 'VISA',
  amex: 'AMEX',
  elo: 'elo',
  hipercard: 'Hiper',
  naranja: 'NX',
  cabal: 'Cabal',
  diners: 'Diners',
  maestro: '',
  master: '',
};

/** A small picture of a card's brand; decorative, since the row names the brand in words. */
export function brandMark(paymentMethodId: string, name: string): TemplateResult {
  const brand = paymentMethodId.replace(/^deb/, '');
  return html`<span class="brand ${brand}" part="brand" aria-hidden="true">${MARKS[brand] ?? name.slice(0, 6)}</span>`;
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
    font:
      700 11px/1 system-ui,
      sans-serif;
    letter-spacing: 0.02em;
  }
  .amex {
    border-color: transparent;
    background: #1769c2;
    color: #fff;
  }
  .elo {
    background: #111;
    color: #fff;
  }
  .hipercard {
    color: #b3131b;
  }
  .naranja {
    background: #c44708;
    color: #fff;
  }
  .master::before,
  .master::after,
  .maestro::before,
  .maestro::after {
    content: '';
    position: absolute;
    inset: 5px auto auto 9px;
    inline-size: 16px;
    block-size: 16px;
    border-radius: 50%;
    background: #e0342b;
  }
  .master::after,
  .maestro::after {
    inset-inline-start: 18px;
    background: #f2a33a;
    mix-blend-mode: multiply;
  }
  .maestro::after {
    background: #3a7fd5;
  }
`;
