import { css } from 'lit';

/**
 * The custom properties of all our elements. Each public one (`--mp-…`) has a default for light and dark pages; all other style
 * sheets use only the short private names (`--_…`). Literal colours are here and in the brand marks, nowhere else.
 */
export const tokens = css`
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
    --_success: var(--mp-color-success, light-dark(#146c43, #7fd6a8));
    --_radius: var(--mp-radius, 12px);
    --_field-radius: var(--mp-field-radius, 8px);
    --_button-radius: var(--mp-button-radius, var(--_field-radius));
    --_space: var(--mp-space, 14px);
    --_ring: var(--mp-focus-ring, 0 0 0 3px color-mix(in srgb, var(--_accent) 30%, transparent));
    --_target: 32px;
  }
  @media (pointer: coarse) {
    :host {
      --_target: 44px;
    }
  }
  @media (prefers-contrast: more) {
    :host {
      --_muted: var(--_text);
      --_line: var(--_text);
      --_line-strong: var(--_text);
    }
  }
`;
