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
    border: 1px solid var(--_line);
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
    text-align: center;
  }
`;
