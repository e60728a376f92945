import { css } from 'lit';

/** A dialog for the bank's page, as large as 3DS wants it where there is room; a narrow screen is filled. */
export const challengeStyles = css`
  dialog {
    inline-size: min(680px, 100vw - 32px);
    max-inline-size: none;
    max-block-size: calc(100dvh - 32px);
    padding: var(--_space);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    overflow: auto;
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
    gap: 8px;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: start;
    justify-content: space-between;
  }
  h2 {
    margin: 0;
    padding-block: 4px;
    font-size: 1.125em;
    line-height: 1.3;
  }
  /* Its line is kept free, below the frame: what is said must not move the bank's page under a finger. */
  .news {
    flex: none;
    min-block-size: 1.4em;
    color: var(--_muted);
    font-size: 0.875em;
    line-height: 1.4;
  }
  iframe {
    flex: auto;
    inline-size: 100%;
    block-size: min(560px, 100dvh - 240px);
    min-block-size: 240px;
    border: 1px solid var(--_line);
    border-radius: var(--_field-radius);
    background: var(--_surface);
  }
  form,
  a {
    align-self: start;
  }
  a {
    display: inline-flex;
    align-items: center;
    border-radius: var(--_button-radius);
    color: var(--_accent);
    font-weight: 600;
    text-decoration: none;
  }
  a:focus-visible {
    outline: 2px solid var(--_accent);
  }
  @media (max-width: 600px) {
    dialog {
      inline-size: 100vw;
      block-size: 100dvh;
      max-block-size: none;
      margin: 0;
      border: 0;
      border-radius: 0;
    }
  }
`;
