import { css } from 'lit';

export const addCardStyles = css`
  .form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--mp-card-radius, var(--_radius));
    background: var(--_surface);
    animation: open 0.2s ease-out;
    outline: none;
    caret-color: var(--_muted); /* read by the style bridge as the placeholder's colour */
  }
  /* In the list it stands inside a row. */
  :host([slot]) .form {
    padding: 0;
    border: 0;
    background: none;
  }
  .opener {
    display: flex;
    gap: 12px;
    align-items: center;
    inline-size: 100%;
    min-block-size: calc(36px + 2 * var(--_space));
    padding: 6px 16px;
    border: 1px solid var(--_line);
    border-radius: var(--mp-card-radius, var(--_radius));
    color: var(--_text);
    text-align: start;
  }
  :host([slot]) .opener {
    margin-block: -14px;
    padding-inline: 0;
    border: 0;
    background: none;
  }
  .notice + .opener {
    margin-block-start: 12px;
  }
  .form > .quiet {
    justify-self: center;
  }
  .trust {
    text-align: center;
  }
`;
