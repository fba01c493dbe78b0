import iconv from 'iconv-lite';
import type { MarcField, MarcRecord } from './rules/marc-record.js';

/** `200` → `'1 $a书名$f作者'`, control fields plain; enough to write any record in a test. */
export const aRecord = (
  fields: readonly (readonly [string, string])[],
  leader = '     nam0 22     3  450 ',
): MarcRecord => ({
  leader,
  fields: fields.map(([tag, text]): MarcField => {
    if (tag.startsWith('00')) return { tag, value: text };
    const [indicators = '', ...subfields] = text.split('$');
    return {
      tag,
      indicators: indicators.padEnd(2, ' '),
      subfields: subfields.map((each) => ({ code: each[0] ?? 'a', value: each.slice(1) })),
    };
  }),
});

export const aBook = (
  number: string,
  title: string,
  more: readonly (readonly [string, string])[] = [],
): MarcRecord =>
  aRecord([
    ['001', number],
    ['200', `1 $a${title}$f鲁迅著`],
    ['210', '  $a北京$c人民文学出版社$d1981'],
    ...more,
    ['801', ' 0$aCN$bSXL'],
  ]);

/** ISO 2709 as a good tool writes it: lengths in bytes. */
export const iso2709Of = (
  record: MarcRecord,
  encoding = 'utf-8',
  lengthsIn: 'bytes' | 'characters' = 'bytes',
): Buffer => {
  let directory = '';
  let at = 0;
  const bodies: Buffer[] = [];
  for (const field of record.fields) {
    const text =
      'value' in field
        ? field.value
        : field.indicators + field.subfields.map(({ code, value }) => `\u001f${code}${value}`).join('');
    const body = Buffer.concat([iconv.encode(text, encoding), Buffer.from([0x1e])]);
    const length = lengthsIn === 'bytes' ? body.length : text.length + 1;
    directory += field.tag + String(length).padStart(4, '0') + String(at).padStart(5, '0');
    at += length;
    bodies.push(body);
  }
  const base = 24 + directory.length + 1;
  const length = base + at + 1;
  const leader =
    String(length).padStart(5, '0') +
    record.leader.slice(5, 12) +
    String(base).padStart(5, '0') +
    record.leader.slice(17);
  return Buffer.concat([Buffer.from(`${leader}${directory}\u001e`), ...bodies, Buffer.from([0x1d])]);
};

export const marcXmlOf = (records: readonly MarcRecord[], prefix = ''): string => {
  const escaped = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const tag = (name: string): string => (prefix === '' ? name : `${prefix}:${name}`);
  const body = records.map((record) => {
    const fields = record.fields.map((field) =>
      'value' in field
        ? `<${tag('controlfield')} tag="${field.tag}">${escaped(field.value)}</${tag('controlfield')}>`
        : `<${tag('datafield')} tag="${field.tag}" ind1="${field.indicators[0] ?? ' '}" ind2="${field.indicators[1] ?? ' '}">` +
          field.subfields
            .map(
              ({ code, value }) =>
                `<${tag('subfield')} code="${code}">${escaped(value)}</${tag('subfield')}>`,
            )
            .join('') +
          `</${tag('datafield')}>`,
    );
    return `<${tag('record')}><${tag('leader')}>${record.leader}</${tag('leader')}>${fields.join('')}</${tag('record')}>`;
  });
  const namespace = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
  return `<?xml version="1.0"?>\n<${tag('collection')} ${namespace}="http://www.loc.gov/MARC21/slim">${body.join('\n')}</${tag('collection')}>`;
};

/** A file as a stream of pieces of one size. */
export async function* inPieces(bytes: Uint8Array, size = 64 * 1024): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield Promise.resolve(bytes.subarray(at, at + size));
}

export const all = async <T>(source: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = [];
  for await (const each of source) found.push(each);
  return found;
};
