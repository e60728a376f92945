import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** A piece of a page. Values inside `html` templates are escaped; nothing here uses `raw`. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface Page {
  readonly locale: string;
  readonly title: string;
  readonly scripts: Html;
  readonly content: Html;
}

export const layout = ({ locale, title, scripts, content }: Page): Html =>
  html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/checkout.css" />
        ${scripts}
      </head>
      <body>
        <main>${content}</main>
      </body>
    </html> `;
