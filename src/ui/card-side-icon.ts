import { html, type TemplateResult } from 'lit';

/** Shows where the security code is printed: beside the signature on the back, or above the number on the front. */
export const cardSideIcon = (side: 'back' | 'front'): TemplateResult => html`
  <svg width="38" height="26" fill="none" stroke="currentColor" aria-hidden="true">
    <rect x="1" y="1" width="36" height="24" rx="4" />
    <path d=${side === 'back' ? 'M1 7.5h36' : 'M5 19h18'} stroke-width=${side === 'back' ? 5 : 2} />
    <rect x="25" y=${side === 'back' ? 14 : 7} width="9" height="7" rx="3.5" stroke="var(--_accent)" stroke-width="2" />
  </svg>
`;
