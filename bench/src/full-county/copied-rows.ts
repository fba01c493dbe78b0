import { once } from 'node:events';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

type Value = string | number | null | readonly string[];

const CHUNK = 1 << 20;

const escaped = (text: string): string =>
  text.replace(
    /[\\\t\n\r]/g,
    (sign) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[sign] ?? sign,
  );

const inArray = (text: string): string => `"${text.replace(/["\\]/g, (sign) => `\\${sign}`)}"`;

const field = (value: Value): string => {
  if (value === null) return '\\N';
  if (typeof value === 'number') return String(value);
  return escaped(typeof value === 'string' ? value : `{${value.map(inArray).join(',')}}`);
};

/**
 * Writes rows by COPY. @param said told the number of rows written so far, every so often
 */
export const copyRows = async (
  client: Client,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly Value[]>,
  said: (written: number) => void = () => undefined,
): Promise<number> => {
  const stream = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`));
  const ended = once(stream, 'finish');
  // Told of by `ended`; without a listener of its own a failure while we wait for the drain would end the process.
  ended.catch(() => undefined);
  let text = '';
  let written = 0;
  const flush = async (): Promise<void> => {
    const ready = stream.write(text);
    text = '';
    if (!ready) await Promise.race([once(stream, 'drain'), ended]);
  };
  for (const row of rows) {
    text += `${row.map(field).join('\t')}\n`;
    written += 1;
    if (text.length > CHUNK) await flush();
    if (written % 50_000 === 0) said(written);
  }
  await flush();
  stream.end();
  await ended;
  return written;
};
