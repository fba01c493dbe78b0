import { createHash } from 'node:crypto';

const style = `
:root{color-scheme:light dark;--line:#8884;--soft:#8882}
body{font:16px/1.6 system-ui,"Noto Sans SC",sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}
pre{background:var(--soft);padding:.6rem;border-radius:6px;overflow:auto}
table{border-collapse:collapse;width:100%}td{border-bottom:1px solid var(--line);padding:.25rem .5rem;vertical-align:top}
.about{opacity:.75}`;

/** What such a page may do: be read. */
export const plainPagePolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

export const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A page without a script. @param body HTML, already escaped */
export const page = (title: string, body: string): string =>
  `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(title)} · 书联 Shulian</title><style>${style}</style>
${body}</html>
`;
