import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** What a page needs to know of the challenge, and of where it is shown. */
export interface ChallengePage {
  readonly nonce: string;
  readonly creq: string;
  /** The frame of the shop is the one around this page, or one further out. */
  readonly isNested: boolean;
  /** As it is printed for the shopper. */
  readonly amount: string;
}

const page = ({ nonce }: Pick<ChallengePage, 'nonce'>, content: Html): Html =>
  html`<!doctype html>
    <html lang="en">
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>Sandbox bank</title>
      <style nonce="${nonce}">
        :root {
          color-scheme: light dark;
          font:
            1rem/1.5 system-ui,
            sans-serif;
        }
        body {
          margin: 0;
          padding: 1.25rem;
        }
        button {
          min-block-size: 2.75rem;
          padding: 0 1rem;
          font: inherit;
        }
        iframe {
          inline-size: 100%;
          block-size: 22rem;
          border: 0;
        }
      </style>
      <body>
        ${content}
      </body>
    </html>`;

/** The question. The code is an illustration, as on the page of Mercado Pago's test cards. */
export const questionPage = (challenge: ChallengePage): Html =>
  page(
    challenge,
    html`<h1>Sandbox bank</h1>
      <p>
        Do you want to pay <strong>${challenge.amount}</strong>? The code that we sent you is <strong>123456</strong>.
      </p>
      <form action="/3ds/answer" method="post">
        <input type="hidden" name="creq" value="${challenge.creq}" />
        ${challenge.isNested ? html`<input type="hidden" name="nested" value="1" />` : ''}
        <p>
          <label>Code <input name="code" inputmode="numeric" autocomplete="one-time-code" value="123456" /></label>
        </p>
        <button name="answer" value="confirm">Confirm</button>
        <button name="answer" value="reject">This is not me</button>
      </form>`,
  );

/** A page whose question is in a frame of its own, as those of some banks. */
export const outerPage = (challenge: ChallengePage, address: string): Html =>
  page(challenge, html`<iframe title="Sandbox bank" src="${address}"></iframe>`);

/** The end. It says so to the shop, unless it is a page that does not. */
export function endPage({ nonce, isNested }: ChallengePage, isSaid: boolean): Html {
  const shop = isNested ? 'parent.parent' : 'parent';
  return page(
    { nonce },
    html`<p>Challenge finished.</p>
      ${
        isSaid
          ? html`<script nonce="${nonce}">
              ${shop}.postMessage({ status: 'COMPLETE' }, '*');
            </script>`
          : ''
      }`,
  );
}
