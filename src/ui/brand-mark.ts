import { css, html, nothing, type TemplateResult } from 'lit';

/** A word on a background, or two overlapping circles. */
type Mark = readonly [word: string, background: string, ink?: string, left?: string, right?: string];

/** Marks by payment method id. Any other brand is shown as its id in grey. */
const MARKS: ReadonlyMap<string, Mark> = new Map(
  Object.entries<Mark>({
    '': ['', 'none', 'currentColor'],
    visa: ['VISA', '#fff', '#1434cb'],
    master: ['', '#fff', '#ff5f00', '#eb001b', '#f79e1b'],
    maestro: ['', '#fff', '#6c6bbd', '#eb001b', '#00a2e5'],
    amex: ['AMEX', '#016fd0', '#fff'],
    elo: ['elo', '#000', '#fff'],
    hipercard: ['Hipercard', '#b3131b', '#fff'],
    cabal: ['CABAL', '#0b3c8c', '#fff'],
    naranja: ['NARANJA', '#d94000', '#fff'],
    diners: ['DINERS', '#fff', '#004a97'],
    oca: ['OCA', '#0a2f7a', '#fff'],
    cmr: ['CMR', '#00743a', '#fff'],
  }),
);

const LENS = 'M22 7.8a8 8 0 0 1 0 12.4a8 8 0 0 1 0-12.4';
const STRIPE = 'M0 7h44v5H0z';

/**
 * A small picture of a card's brand: our own drawing, or the image at `imageUrl` once it is loaded. It is hidden from assistive
 * technology, since the row contains the name. Debit methods (`debvisa`) have the mark of their brand; an empty id is a blank card.
 */
export function brandMark(paymentMethodId: string, imageUrl?: string | null): TemplateResult {
  const id = paymentMethodId.replace(/^deb/, '');
  const [word, background, ink, left, right] = MARKS.get(id) ?? [id.slice(0, 9).toUpperCase(), '#fff', '#4b5462'];
  const size = 58 / Math.max(word.length, 4.8);
  return html`<span class="brand" part="brand" aria-hidden="true"
    ><svg viewBox="0 0 44 28" color=${ink}>
      <rect x=".5" y=".5" width="43" height="27" rx="4.5" fill=${background} />
      <circle cx="17" cy="14" r="8" fill=${left ?? 'none'} />
      <circle cx="27" cy="14" r="8" fill=${right ?? 'none'} />
      <path d=${word ? '' : left ? LENS : STRIPE} fill="currentColor" />
      <text
        x="22"
        y="14"
        dy=".36em"
        lengthAdjust="spacingAndGlyphs"
        fill="currentColor"
        font-size=${size}
        textLength=${word.length > 4 ? 36 : nothing}
      >
        ${word}
      </text></svg
    >${imageUrl ? html`<img alt="" src=${imageUrl} hidden @load=${showImage} @error=${showImage} />` : nothing}</span
  >`;
}

/** Shows the image when it is loaded, and hides it after an error: the drawn mark is behind it. */
const showImage = ({ type, target }: Event) => ((target as HTMLElement).hidden = type === 'error');

export const brandMarkStyles = css`
  .brand {
    display: block;
    flex: none;
    position: relative;
    color: var(--_line-strong);
    inline-size: 44px;
    block-size: 28px;
  }
  .brand > * {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    border-radius: 5px;
  }
  .brand rect {
    stroke: var(--_line);
  }
  .brand text {
    font-weight: 800;
    text-anchor: middle;
  }
  .brand img {
    background: #fff;
    object-fit: contain;
  }
  .brand img[hidden] {
    display: none;
  }
`;
