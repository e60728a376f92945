import { css } from 'lit';

/**
 * What all our elements share. Each public custom property falls back to a default for the page's colour scheme; inside,
 * only the short `--_` names are used. Literal colours live here and nowhere else.
 */
export const baseStyles = css`
  :host {
    --_accent: var(--mp-color-accent, light-dark(#0b66e4, #7db0ff));
    --_accent-soft: var(--mp-color-accent-soft, light-dark(#eef4fe, #1b2637));
    --_text: var(--mp-color-text, light-dark(#1b1f27, #eceff4));
    --_muted: var(--mp-color-text-muted, light-dark(#5b6472, #a2abb9));
    --_surface: var(--mp-color-surface, light-dark(#fff, #1a1d24));
    --_line: var(--mp-color-border, light-dark(#dfe3e9, #2e333d));
    --_line-strong: var(--mp-color-border-strong, light-dark(#7f8897, #707a8a));
    --_danger: var(--mp-color-danger, light-dark(#b3261e, #ff9d94));
    --_danger-soft: var(--mp-color-danger-soft, light-dark(#fdf0ef, #341b1a));
    --_warning: var(--mp-color-warning, light-dark(#7a4f00, #f0c36a));
    --_warning-soft: var(--mp-color-warning-soft, light-dark(#fff6e3, #302613));
    --_radius: var(--mp-radius, 12px);
    --_field-radius: var(--mp-field-radius, 8px);
    --_space: var(--mp-space, 14px);
    --_ring: var(--mp-focus-ring, 0 0 0 3px color-mix(in srgb, var(--_accent) 30%, transparent));
    display: block;
    color: var(--_text);
    font-size: var(--mp-font-size, inherit);
    line-height: 1.45;
    container-type: inline-size;
  }
  :host([hidden]) {
    display: none;
  }
  .widget {
    outline: none;
  }
  [inert] {
    opacity: 0.5;
  }
  * {
    box-sizing: border-box;
  }
  .spoken {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  button {
    min-block-size: 44px;
    padding: 0 16px;
    border: 1.5px solid var(--_line-strong);
    border-radius: var(--_field-radius);
    background: var(--_surface);
    color: var(--_accent);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  button:hover {
    border-color: var(--_accent);
  }
  button:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .notice {
    padding: 10px 12px;
    border-radius: var(--_field-radius);
    background: var(--_danger-soft);
    color: var(--_danger);
    font-size: 0.875em;
  }
  .notice p {
    margin: 0;
  }
  .notice button {
    margin-block-start: 10px;
  }
  .bone {
    border-radius: 6px;
    background: linear-gradient(90deg, var(--_line), color-mix(in srgb, var(--_line) 45%, transparent), var(--_line));
    background-size: 200% 100%;
    animation: shimmer 1.6s linear infinite;
  }
  @keyframes shimmer {
    to {
      background-position: -200% 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      animation: none !important;
      transition: none !important;
    }
  }
`;
