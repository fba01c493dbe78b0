import type { Work } from './works.js';

const END_OF_SUBFIELD_LEAD = '\x1f';
const END_OF_FIELD = '\x1e';
const END_OF_RECORD = '\x1d';
/** Our own agency code: with the control number it is the source by which a second import finds its title again. */
const AGENCY = 'SLSAMPLE';

type Field = { readonly tag: string; readonly content: string };
type CopiesOfWork = { readonly work: Work; readonly barcodes: readonly string[]; readonly priceFen: number };

const subfields = (indicators: string, ...pairs: readonly (readonly [string, string])[]): string =>
  indicators + pairs.map(([code, value]) => `${END_OF_SUBFIELD_LEAD}${code}${value}`).join('');

const field = (tag: string, indicators: string, ...pairs: readonly (readonly [string, string])[]): Field => ({
  tag,
  content: subfields(indicators, ...pairs),
});

function fieldsOf({ work, barcodes, priceFen }: CopiesOfWork, location: string): Field[] {
  const responsible = work.authors.map((name) => (work.country ? `(${work.country})${name}` : name));
  return [
    { tag: '001', content: `SL${String(work.number).padStart(8, '0')}` },
    field('010', '  ', ['d', `CNY${(priceFen / 100).toFixed(2)}`]),
    field('100', '  ', ['a', '20260820d        em y0chiy50      ea']),
    field('101', work.country ? '1 ' : '0 ', ['a', 'chi']),
    field('102', '  ', ['a', 'CN']),
    field('200', '1 ', ['a', work.title], ['f', `${responsible.join(', ')}著`]),
    ...(work.publisher ? [field('210', '  ', ['c', work.publisher])] : []),
    field('690', '  ', ['a', work.clc], ['v', '5']),
    ...work.authors.map((name) =>
      field('701', ' 0', ['a', name], ...(work.country ? [['c', work.country] as const] : []), ['4', '著']),
    ),
    field('801', ' 0', ['a', 'CN'], ['b', AGENCY], ['c', '20260820']),
    ...(barcodes.length
      ? [
          field(
            '905',
            '  ',
            ['a', location],
            ...barcodes.map((barcode) => ['b', barcode] as const),
            ['d', work.clc],
            ['f', String(barcodes.length)],
          ),
        ]
      : []),
  ];
}

/** One record of ISO 2709; lengths and places count bytes, as the standard has it. */
function recordOf(fields: readonly Field[]): Buffer {
  const bodies = fields.map(({ content }) => Buffer.from(content + END_OF_FIELD));
  let place = 0;
  const directory = fields
    .map(({ tag }, at) => {
      const length = bodies[at]?.length ?? 0;
      const entry = tag + String(length).padStart(4, '0') + String(place).padStart(5, '0');
      place += length;
      return entry;
    })
    .join('');
  const base = 24 + directory.length + 1;
  const leader = `${String(base + place + 1).padStart(5, '0')}nam0 22${String(base).padStart(5, '0')}   450 `;
  return Buffer.concat([
    Buffer.from(leader + directory + END_OF_FIELD),
    ...bodies,
    Buffer.from(END_OF_RECORD),
  ]);
}

/** A CNMARC file in UTF-8, its copies in field 905 (`$a` location, `$b` a barcode each, `$d` class, `$f` count). */
export const cnmarcFile = (works: readonly CopiesOfWork[], location: string): Buffer =>
  Buffer.concat(works.map((work) => recordOf(fieldsOf(work, location))));
