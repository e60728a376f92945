import { css } from 'lit';

export const savedCardsStyles = css`
  .list {
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: var(--mp-card-radius, var(--_radius));
    background: var(--_surface);
  }
  .row {
    display: flex;
    position: relative;
    flex-wrap: wrap;
    align-items: center;
    transition: background-color 0.15s;
  }
  .row + .row {
    border-block-start: 1px solid var(--_line);
  }
  /* A thousand rows cost no more than those that are seen. */
  .row:nth-child(n + 20):not(.chosen) {
    content-visibility: auto;
    contain-intrinsic-size: auto 64px;
  }
  .summary,
  .waiting,
  .removed {
    display: flex;
    flex: 1 1 13em;
    gap: 12px;
    align-items: center;
    min-block-size: calc(36px + 2 * var(--_space));
    padding: calc(var(--_space) - 2px) 16px;
  }
  label.summary {
    cursor: pointer;
  }
  .text {
    flex: 1;
    min-inline-size: 0;
  }
  .row:not(.chosen, .expired, .unusable):has(> label):hover {
    background: color-mix(in srgb, var(--_accent-soft) 45%, transparent);
  }
  .chosen {
    background: var(--_accent-soft);
  }
  .chosen::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    inline-size: 3px;
    background: var(--_accent);
  }
  [type='radio'] {
    appearance: none;
    flex: none;
    inline-size: max(20px, 1.25em);
    block-size: max(20px, 1.25em);
    margin: 0;
    border: 1.5px solid var(--_line-strong);
    border-radius: 50%;
    background: var(--_surface);
    font-size: 1em;
    cursor: inherit;
    transition: border-width 0.1s;
  }
  [type='radio']:checked {
    border: 0.375em solid var(--_accent);
  }
  [type='radio']:focus-visible {
    outline: none;
  }
  .row:focus {
    outline: none;
  }
  .row:focus-visible,
  label:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: -4px;
    border-radius: var(--_radius);
  }
  .name {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }
  .digits {
    white-space: nowrap;
  }
  .dots {
    color: var(--_muted);
    font-weight: 400;
    letter-spacing: 0.08em;
  }
  .details {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 8px;
    align-items: center;
    color: var(--_muted);
    font-size: 0.875em;
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
  .chosen .badge:not(.warning, .danger) {
    background: var(--_surface);
  }
  :is(.expired, .unusable) label {
    cursor: default;
  }
  [aria-disabled='true'] {
    border-color: var(--_line);
  }
  :is(.expired, .unusable) .name {
    color: var(--_muted);
    font-weight: 500;
  }
  :is(.expired, .unusable) .brand {
    filter: grayscale(1);
    opacity: 0.6;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    margin-inline-start: auto;
    padding: 6px;
  }
  .removed {
    padding-inline-end: 8px;
    color: var(--_muted);
    font-size: 0.875em;
  }
  .removed .link,
  .more .link {
    font-size: 1em;
  }
  .more {
    justify-content: center;
    padding: 6px 16px;
    font-size: 0.875em;
  }

  .body {
    display: grid;
    flex-basis: 100%;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
    padding: 4px 16px 16px;
    padding-inline-start: 104px;
    animation: open 0.2s ease-out;
  }
  .body[hidden] {
    display: none;
  }
  /* Without a radio the text begins earlier. */
  div.summary ~ .body {
    padding-inline-start: 72px;
  }
  .other .body {
    padding-inline-start: 16px;
  }
  /* In the list the form for a new card needs no frame of its own. */
  .list slot::slotted(*) {
    --_form-border: 0;
    --_form-surface: none;
  }
  .other slot::slotted(*) {
    --_form-padding: 0;
  }
  [role='list'] + slot::slotted(*) {
    border-block-start: 1px solid var(--_line);
  }
  .widget > slot[name='add-card']::slotted(*) {
    margin-block-start: 12px;
  }
  .code {
    display: grid;
    grid-template-columns: minmax(7.5em, 10em) minmax(9em, 1fr);
    gap: 6px 12px;
    align-items: center;
  }
  .code > :is(.field-label, .error) {
    grid-column: 1 / -1;
  }
  .complete::after {
    content: '';
    flex: none;
    inline-size: 0.4em;
    block-size: 0.8em;
    margin-inline-end: 1em;
    border: solid var(--_success);
    border-width: 0 2px 2px 0;
    rotate: 45deg;
  }
  .unseen {
    position: absolute;
    inset-inline: 0;
    block-size: 0;
    overflow: hidden;
  }
  /* A card without a code. */
  .body:has(> .unseen:only-child) {
    padding: 0;
  }
  [name='empty'] {
    display: block;
    padding: 24px 16px;
    color: var(--_muted);
    text-align: center;
  }
  .message {
    outline: none;
  }
  .list > .notice {
    margin: 16px;
  }
  .widget > .notice {
    margin-block-end: 12px;
  }

  .bones .hint {
    visibility: hidden;
  }
  .bones .frame {
    border: 0;
  }
  .waiting .text {
    display: grid;
    gap: 16px; /* as high as two lines of text */
  }
  .dot {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    border-radius: 50%;
  }
  .mark {
    flex: none;
    inline-size: 44px;
    block-size: 28px;
  }
  .line {
    inline-size: min(60%, 12em);
    block-size: 15px;
  }
  .short {
    inline-size: min(34%, 7em);
    block-size: 12px;
  }

  @container (max-width: 28em) {
    .actions:has(button + button) {
      flex-basis: 100%;
      margin-block-start: -12px;
      padding-inline-start: 62px;
    }
  }
  @container (max-width: 24em) {
    .body,
    div.summary ~ .body {
      padding-inline-start: 16px;
    }
    .code {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  /* Large text on a phone: the digits count more than the picture. */
  @container (max-width: 12em) {
    .summary > :is(.brand, .plus) {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .badge {
      border: 1px solid;
    }
    .chosen {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    [type='radio']:checked {
      border-color: Highlight;
    }
    :is(.expired, .unusable) .name {
      color: GrayText;
    }
  }
`;
