import { css } from 'lit';

export const addCardStyles = css`
  .form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
    padding: var(--_form-padding, 16px);
    border: var(--_form-border, 1px solid var(--_line));
    border-radius: var(--mp-card-radius, var(--_radius));
    background: var(--_form-surface, var(--_surface));
    animation: open 0.2s ease-out;
    outline: none;
  }
  .opener {
    display: flex;
    gap: 12px;
    align-items: center;
    inline-size: 100%;
    min-block-size: calc(36px + 2 * var(--_space));
    padding: 6px 16px;
    border: var(--_form-border, 1px solid var(--_line));
    border-radius: var(--mp-card-radius, var(--_radius));
    color: var(--_text);
    text-align: start;
  }
  .notice + .opener {
    margin-block-start: 12px;
  }
  .form > .quiet {
    justify-self: center;
  }
  .trust {
    color: var(--_muted);
    font-size: 0.75em;
    text-align: center;
  }
  .input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  /* Side by side where both labels fit. */
  .two {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space) 12px;
  }
  .two > * {
    flex: 1 1 40%;
    min-inline-size: min(6em, 100%);
  }
  .two > :has(select) {
    min-inline-size: min(9em, 100%);
  }
  .two > :last-child {
    min-inline-size: min(8.5em, 100%);
  }
  .tick {
    display: flex;
    gap: 10px;
    align-items: center;
    min-block-size: var(--_target);
    cursor: pointer;
  }
  [type='checkbox'] {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
    accent-color: var(--_accent);
    cursor: inherit;
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
`;
