import { Html, html, type HtmlPart } from './html';
import { style } from './style';

/** A whole page that needs nothing beside itself and does nothing. */
export function pageHtml(title: string, body: readonly HtmlPart[]): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  return html`${new Html('<!doctype html>')}
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        <style>
          ${new Html(style)}
        </style>
      </head>
      <body>
        ${body}
      </body>
    </html> `.text;
}
