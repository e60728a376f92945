import { css } from 'lit';

export const savedCardsStyles = css`
  .list {
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: var(--mp-card-radius, var(--_radius));
    background: var(--_surface);
    caret-color: var(--_muted); /* read by the style bridge as the placeholder's colour */
  }
  .row + .row {
    border-block-start: 1px solid var(--_line);
  }
  label,
  .row.waiting {
    display: grid;
    grid-template-columns: 20px 44px minmax(0, 1fr);
    column-gap: 12px;
    align-items: center;
    min-block-size: 64px;
    padding: var(--_space) 16px;
  }
  label {
    cursor: pointer;
  }
  .row {
    transition: background-color 0.15s;
  }
  .row:not(.chosen, .expired, .waiting):hover {
    background: color-mix(in srgb, var(--_accent-soft) 45%, transparent);
  }
  .chosen {
    background: var(--_accent-soft);
    box-shadow: inset 3px 0 var(--_accent);
  }
  .chosen:dir(rtl) {
    box-shadow: inset -3px 0 var(--_accent);
  }
  input {
    appearance: none;
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
    border: 1.5px solid var(--_line-strong);
    border-radius: 50%;
    background: var(--_surface);
    cursor: inherit;
  }
  input:checked {
    border: 6px solid var(--_accent);
  }
  input:focus-visible {
    outline: none;
  }
  label:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: -4px;
    border-radius: var(--_radius);
  }
  .name,
  .badge {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .name {
    font-variant-numeric: tabular-nums;
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
    border-radius: 99px;
    background: var(--_accent-soft);
    color: var(--_accent);
    font-size: 0.857em;
  }
  .chosen .badge {
    background: var(--_surface);
  }
  .expiresSoon .badge:first-child,
  .expiresThisMonth .badge:first-child {
    background: var(--_warning-soft);
    color: var(--_warning);
  }
  .expired .badge {
    background: var(--_danger-soft);
    color: var(--_danger);
  }
  .expired label {
    cursor: default;
  }
  .expired .name {
    color: var(--_muted);
    font-weight: 500;
  }
  .expired .brand {
    filter: grayscale(1);
    opacity: 0.6;
  }

  .body {
    display: grid;
    gap: var(--_space);
    padding: 0 16px 16px 104px;
    animation: open 0.18s ease-out;
  }
  .body:dir(rtl) {
    padding: 0 104px 16px 16px;
  }
  @keyframes open {
    from {
      opacity: 0;
      transform: translateY(-4px);
    }
  }
  .code {
    display: grid;
    grid-template-columns: minmax(120px, 10em) minmax(0, 1fr);
    gap: 6px 12px;
    align-items: center;
  }
  .field-label,
  .error {
    grid-column: 1 / -1;
    justify-self: start;
    font-size: 0.875em;
  }
  .field-label {
    font-weight: 500;
  }
  .frame {
    position: relative;
    block-size: max(44px, 2.75em);
    border: 1.5px solid var(--_line-strong);
    border-radius: var(--_field-radius);
    background: var(--_surface);
    overflow: hidden;
    outline: none;
    transition:
      border-color 0.15s,
      box-shadow 0.15s;
  }
  .frame.focus {
    border-color: var(--_accent);
    box-shadow: var(--_ring);
  }
  .frame.invalid {
    border-color: var(--_danger);
  }
  .frame .bone {
    position: absolute;
    inset: 0;
  }
  .unseen {
    block-size: 0;
    overflow: hidden;
  }
  .hint {
    display: flex;
    gap: 10px;
    align-items: center;
    color: var(--_muted);
    font-size: 0.8125em;
  }
  svg {
    flex: none;
  }
  .error {
    margin: 0;
    color: var(--_danger);
  }
  .message {
    margin: 0;
    padding: 20px 16px;
    color: var(--_muted);
  }
  .list > .notice {
    margin: 16px;
  }
  @container (max-width: 380px) {
    .body,
    .body:dir(rtl) {
      padding-inline: 16px;
    }
    .code {
      grid-template-columns: 1fr;
    }
  }
  /* Large text on a phone: the digits count more than the picture. */
  @container (max-width: 12em) {
    label {
      grid-template-columns: 20px minmax(0, 1fr);
    }
    .brand {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .chosen {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    input:checked {
      border-color: Highlight;
    }
    .frame.focus {
      outline: 2px solid Highlight;
    }
    .badge {
      border: 1px solid;
    }
  }
`;
