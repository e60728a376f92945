import { svg, html, type TemplateResult } from 'lit';

/** Shows where the code is printed: by the signature on the back, or above the number on the front. */
export const cardSideIcon = (side: 'back' | 'front'): TemplateResult => html`
  <svg width="38" height="26" viewBox="0 0 38 26" fill="none" stroke="currentColor" aria-hidden="true">
    <rect x=".75" y=".75" width="36.5" height="24.5" rx="4" stroke-width="1.5" />
    ${
      side === 'back'
        ? svg`<path d="M1 7.5h36" stroke-width="5"/><rect x="5" y="14" width="18" height="5" rx="1"/>`
        : svg`<path d="M5 18.5h18M5 7h7" stroke-width="3"/>`
    }
    <rect x="25" y=${side === 'back' ? 13 : 8} width="9" height="7" rx="3.5" stroke="var(--_accent)" stroke-width="2" />
  </svg>
`;
