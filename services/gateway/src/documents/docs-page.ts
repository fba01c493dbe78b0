import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

/** The page is a folder of plain files beside the code, as a browser reads them: nothing builds it, nothing is fetched from elsewhere. */
const folder = join(import.meta.dirname, '../../docs-page');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
};

export type PageFile = { readonly type: string; readonly content: string };

/** Read once; the files of `/docs/<name>`, and `index.html` for `/docs` itself. */
export const docsPageFiles: ReadonlyMap<string, PageFile> = new Map(
  readdirSync(folder).flatMap((name) => {
    const type = TYPES[extname(name)];
    return type === undefined
      ? []
      : [[name, { type, content: readFileSync(join(folder, name), 'utf8') }] as const];
  }),
);

/** What the page may do: run its own files and ask its own county. */
export const docsPagePolicy =
  "default-src 'none'; connect-src 'self'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
