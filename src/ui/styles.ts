import { css, type CSSResult } from 'lit';
import { fieldStyles } from './field-styles.js';

/**
 * What all our elements share. Each public custom property falls back to a default for the page's colour scheme; inside,
 * only the short `--_` names are used. Literal colours live here and in the brands' marks, nowhere else.
 */
const commonStyles = css`
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
    display: block;
    color: var(--_text);
    font-size: var(--mp-font-size, inherit);
    line-height: 1.45;
    container-type: inline-size;
    /* As wide as there is room; and where a parent asks how wide it wants to be (a dialog, a flex row), this. */
    contain-intrinsic-inline-size: min(24em, 80vw);
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  :host([hidden]) {
    display: none;
  }
  .widget {
    outline: none;
    caret-color: var(--_muted); /* read by the style bridge as the placeholder's colour */
    /* Too short to be seen: its end tells that the theme or the text size has changed, which a frame has to be told. */
    transition:
      color 1ms,
      caret-color 1ms,
      font-size 1ms;
  }
  [inert] {
    opacity: 0.5;
  }
  * {
    box-sizing: border-box;
  }
  p {
    margin: 0;
  }
  /* Our languages run from left to right, also in a page that does not; the words stay on its side. */
  :is(p, .name, .details > *, .hint > *, .removed, option) {
    direction: ltr;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  :is(button, select) {
    unicode-bidi: plaintext;
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
    padding: 6px 16px;
    border: 1.5px solid var(--_line-strong);
    border-radius: var(--_button-radius);
    background: var(--_surface);
    color: var(--_accent);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
    transition:
      background-color 0.15s,
      border-color 0.15s;
  }
  button:hover {
    border-color: var(--_accent);
  }
  :is(button, .notice, [type='checkbox']):focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  :is(.quiet, .link):focus-visible {
    outline-offset: -2px;
  }
  .primary {
    min-block-size: 48px;
    border-color: transparent;
    background: var(--mp-button-background, var(--_accent));
    color: var(--mp-button-text, light-dark(#fff, #0c1524));
  }
  .primary:hover {
    background: color-mix(in srgb, var(--mp-button-background, var(--_accent)) 88%, var(--_text));
  }
  .quiet,
  .link {
    min-block-size: var(--_target);
    padding: 4px 10px;
    border-color: transparent;
    background: none;
    font-size: 0.875em;
  }
  .quiet {
    color: var(--_muted);
    font-weight: 500;
  }
  .quiet:hover,
  .link:hover {
    border-color: transparent;
    background: color-mix(in srgb, currentColor 10%, transparent);
  }
  button[aria-busy='true'] {
    cursor: progress;
  }
  button[aria-busy='true']::before {
    content: '';
    display: inline-block;
    inline-size: 0.9em;
    block-size: 0.9em;
    margin-inline-end: 0.6em;
    border: 2px solid;
    border-inline-end-color: transparent;
    border-radius: 50%;
    vertical-align: -0.12em;
    animation: turn 0.8s linear infinite;
  }

  .notice {
    --_kind: var(--_danger);
    padding: 10px 12px;
    border: 1px solid color-mix(in srgb, var(--_kind) 22%, transparent);
    border-radius: var(--_field-radius);
    background: var(--_danger-soft);
    color: var(--_kind);
    font-size: 0.875em;
  }
  .notice.warning {
    --_kind: var(--_warning);
    background: var(--_warning-soft);
  }
  .notice.success {
    --_kind: var(--_success);
    background: color-mix(in srgb, var(--_success) 9%, var(--_surface));
  }
  .notice.plain {
    --_kind: var(--_muted);
    background: none;
  }
  .title {
    font-weight: 600;
  }
  .notice button {
    margin-block-start: 10px;
  }
  .badge {
    padding: 1px 8px;
    border-radius: 0.9em;
    background: var(--_accent-soft);
    color: var(--_accent);
    font-size: 0.857em;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .badge.warning {
    background: var(--_warning-soft);
    color: var(--_warning);
  }
  .badge.danger {
    background: var(--_danger-soft);
    color: var(--_danger);
  }

  .plus {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 44px;
    block-size: 28px;
    border: 1.5px dashed var(--_line-strong);
    border-radius: 5px;
    background:
      linear-gradient(var(--_muted) 0 0) center / 11px 1.5px no-repeat,
      linear-gradient(var(--_muted) 0 0) center / 1.5px 11px no-repeat;
  }
  .bone {
    display: block;
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
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  @keyframes open {
    from {
      opacity: 0;
      translate: 0 -4px;
    }
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
  @media (forced-colors: active) {
    .badge,
    .bone {
      border: 1px solid;
    }
    .plus {
      forced-color-adjust: none;
      --_line-strong: ButtonText;
      --_muted: ButtonText;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    :not(.widget),
    ::before {
      animation: none !important;
      transition: none !important;
    }
  }
`;

export const baseStyles: CSSResult[] = [commonStyles, fieldStyles];
