import { css } from 'lit';

/**
 * A form field: label, box, error and hint. The box around a Secure Field's frame (`.frame`), a native input and a native select
 * look the same. CSS cannot see focus inside the frame, so its box gets the class `focus`.
 */
export const fieldStyles = css`
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 6px;
    align-content: start;
  }
  .field-label {
    justify-self: start;
    font-size: 0.875em;
    font-weight: 500;
  }
  .frame,
  .input,
  select {
    inline-size: 100%;
    min-inline-size: 0;
    block-size: var(--mp-field-height, max(44px, 2.75em));
    border: 1.5px solid var(--_line-strong);
    border-radius: var(--_field-radius);
    outline: 2px solid transparent; /* visible with forced colours, where shadows are not drawn */
    outline-offset: -4px;
    background-color: var(--_surface);
    color: inherit;
    font: inherit;
    transition:
      border-color 0.15s,
      box-shadow 0.15s;
  }
  :is(.frame, .input, select):not(:focus, .focus) {
    outline-style: none;
  }
  :is(.frame, .input, select):hover {
    border-color: var(--_muted);
  }
  .frame {
    display: flex;
    position: relative;
    align-items: center;
    overflow: hidden;
  }
  .frame .brand {
    margin-inline-end: 8px;
  }
  .frame .bone {
    position: absolute;
    inset: 0;
    border: 0;
  }
  .input,
  select {
    margin: 0;
    padding: 0 12px;
    caret-color: auto;
  }
  select {
    appearance: none;
    padding-inline-end: 34px;
    background-image:
      linear-gradient(45deg, transparent 50%, currentColor 50%),
      linear-gradient(-45deg, transparent 50%, currentColor 50%);
    background-position:
      right 17px center,
      right 12px center;
    background-size: 5px 5px;
    background-repeat: no-repeat;
    text-overflow: ellipsis;
    cursor: pointer;
  }
  select:dir(rtl) {
    background-position:
      left 12px center,
      left 17px center;
  }
  :is(.frame, .input, select):is(.invalid, [aria-invalid='true']) {
    border-color: var(--_danger);
  }
  .frame.focus,
  .input:focus,
  select:focus-visible {
    border-color: var(--_accent);
    box-shadow: var(--_ring);
  }
  .hint {
    display: flex;
    gap: 10px;
    align-items: center;
    color: var(--_muted);
    font-size: 0.8125em;
  }
  .hint svg {
    flex: none;
  }
  .error {
    display: flex;
    gap: 6px;
    align-items: start;
    color: var(--_danger);
    font-size: 0.875em;
  }
  .error:dir(rtl) {
    flex-direction: row-reverse;
  }
  .error:empty {
    display: none;
  }
  .error::before {
    content: '!';
    content: '!' / '';
    flex: none;
    inline-size: 1.25em;
    margin-block-start: 0.16em;
    border-radius: 50%;
    background: var(--_danger);
    color: var(--_surface);
    font-size: 0.85em;
    font-weight: 700;
    line-height: 1.25em;
    text-align: center;
  }
  .legal {
    overflow: hidden;
    color: var(--_muted);
    font-size: 0.75em;
    min-block-size: 1.45em; /* reserved before the text is there, so that controls below do not move */
  }
  /*
   * The text of a select, to be read where the select cuts it off. The first line is above the top, not visible: the text fits
   * into it beside the box if it fits into the select, of which 50 px are padding and arrow. If not, it wraps into sight.
   */
  .whole {
    display: flex;
    flex-wrap: wrap;
    margin-block-start: -1.45em;
  }
  .whole::before {
    content: '';
    flex: 0 0 calc(25% + 40px); /* beside it is as much as in the select, times 0.75, the size of this text */
    block-size: 1.45em;
  }
  @media (forced-colors: active) {
    select {
      appearance: auto; /* gradients, which draw the arrow, are not shown there */
    }
  }
`;
