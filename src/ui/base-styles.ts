import { css, type CSSResult } from 'lit';
import { fieldStyles } from './field-styles.js';
import { tokens } from './tokens.js';

/** Layout, text, buttons, notices, badges and placeholders of all our elements. */
const commonStyles = css`
  :host {
    display: block;
    color: var(--_text);
    font-size: var(--mp-font-size, inherit);
    line-height: 1.45;
    container-type: inline-size;
    /* The width where a parent sizes to its content (a dialog, a flex row). Elsewhere the element takes the width there is. */
    contain-intrinsic-inline-size: min(24em, 80vw);
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  :host([hidden]) {
    display: none;
  }
  .widget {
    outline: none;
    caret-color: var(--_muted); /* frameStyle() reads it as the colour of the placeholder */
    /* Not visible. The event transitionend shows that theme, font or text size changed, and for 0.1s no more: frames are replaced for it. */
    transition: 0.1s step-start;
    transition-property: color, caret-color, font-size, font-family;
    transition-behavior: allow-discrete;
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
  /* Our texts are left-to-right, also in a right-to-left page, but aligned as the page's text is. */
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
  .notice.success {
    --_kind: var(--_success);
    background: color-mix(in srgb, var(--_success) 9%, var(--_surface));
  }
  .notice.calm {
    --_kind: var(--_text);
    border-color: var(--_line-strong);
    background: var(--_surface);
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
  /* Not from 0, which is what a page hides. */
  @keyframes open {
    from {
      opacity: 0.01;
    }
  }

  @media (forced-colors: active) {
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

export const baseStyles: CSSResult[] = [tokens, commonStyles, fieldStyles];
