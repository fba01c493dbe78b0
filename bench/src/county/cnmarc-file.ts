const SUBFIELD = '\x1f';
const FIELD_END = '\x1e';
const RECORD_END = '\x1d';

export type TitleOfFile = { readonly number: number; readonly barcodes: readonly string[] };

const field = (indicators: string, ...pairs: readonly (readonly [string, string])[]): string =>
  indicators + pairs.map(([code, value]) => `${SUBFIELD}${code}${value}`).join('');

/** Titles that no real book bears: a number is all they have. */
const fieldsOf = ({ number, barcodes }: TitleOfFile): readonly (readonly [string, string])[] => [
  ['001', `BENCH${String(number).padStart(7, '0')}`],
  ['100', field('  ', ['a', '20260820d2026    em y0chiy50      ea'])],
  ['101', field('0 ', ['a', 'chi'])],
  ['200', field('1 ', ['a', `测量用书第${number}册`], ['f', '无名氏著'])],
  ['690', field('  ', ['a', 'I287.4'], ['v', '5'])],
  ['801', field(' 0', ['a', 'CN'], ['b', 'SLBENCH'], ['c', '20260820'])],
  ['905', field('  ', ['a', '书库'], ...barcodes.map((barcode) => ['b', barcode] as const), ['d', 'I287.4'])],
];

const recordOf = (title: TitleOfFile): Buffer => {
  let place = 0;
  const fields = fieldsOf(title).map(([tag, content]) => ({ tag, bytes: Buffer.from(content + FIELD_END) }));
  const directory = fields
    .map(({ tag, bytes }) => {
      const entry = tag + String(bytes.length).padStart(4, '0') + String(place).padStart(5, '0');
      place += bytes.length;
      return entry;
    })
    .join('');
  const start = 24 + directory.length + 1;
  const length = String(start + place + 1).padStart(5, '0');
  const leader = `${length}nam0 22${String(start).padStart(5, '0')}   450 `;
  return Buffer.concat([
    Buffer.from(leader + directory + FIELD_END),
    ...fields.map(({ bytes }) => bytes),
    Buffer.from(RECORD_END),
  ]);
};

/** A CNMARC file (ISO 2709, UTF-8) with the barcodes of each title's copies in field 905. */
export const cnmarcFile = (titles: readonly TitleOfFile[]): Buffer => Buffer.concat(titles.map(recordOf));
