import type { TitleDescription } from '../../titles/rules/title.js';
import type { MarcDialect, MarcField, MarcRecord } from '../../catalog-imports/rules/marc-record.js';

/** The agency that names a record of our own making; its number is the id of the title. */
export const OUR_AGENCY = 'SHULIAN';

export const isOurNumber = (number: string): boolean =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(number);

type Made = { readonly id: string; readonly description: TitleDescription };

/** A record made of what the catalogue says of a title: for what no file brought, and for fields that were written since. */
export const recordOfTitle = (made: Made, dialect: MarcDialect): MarcRecord =>
  dialect === 'unimarc' ? cnmarcOf(made) : marc21Of(made);

type Part = readonly [code: string, value: string | null];

/** None where nothing stands in it. */
const field = (tag: string, indicators: string, ...parts: readonly Part[]): MarcField[] => {
  const subfields = parts.flatMap(([code, value]) => (value === null ? [] : [{ code, value }]));
  return subfields.length === 0 ? [] : [{ tag, indicators, subfields }];
};
const each = (values: readonly string[], of: (value: string, at: number) => MarcField[]): MarcField[] =>
  values.flatMap(of);

const yuan = (fen: number | null): string | null => (fen === null ? null : `CNY${(fen / 100).toFixed(2)}`);
const isUnified = (number: string): boolean => /^\d{4,5}[·・.]\d{1,5}$/.test(number);
const isIssn = (number: string): boolean => /^\d{4}-\d{3}[\dXx]$/.test(number);
/** Without the number that the catalogue keeps for search only because its check digit is wrong. */
const others = (numbers: readonly string[]): string[] =>
  numbers.filter((number) => !isUnified(number) && !isIssn(number));

/** Classes of other schemes, `ddc:895.1`, by scheme. A class of ours that is none of the title's would become one. */
const classesIn = ({ clc, otherClasses }: TitleDescription, scheme: string): string[] =>
  otherClasses.flatMap((written) =>
    written.startsWith(`${scheme}:`) && (scheme !== 'clc' || clc !== null)
      ? [written.slice(scheme.length + 1)]
      : [],
  );

const UNIMARC_TYPES: Readonly<Record<string, string>> = {
  manuscript: 'b', music: 'c', map: 'e', video: 'g', audio: 'i', graphic: 'k', electronic: 'l', kit: 'm', object: 'r',
}; // prettier-ignore
const MARC21_TYPES: Readonly<Record<string, string>> = {
  manuscript: 't', music: 'c', map: 'e', video: 'g', audio: 'i', graphic: 'k', electronic: 'm', kit: 'o', object: 'r',
}; // prettier-ignore
const LEVELS: Readonly<Record<string, string>> = { serial: 's', part: 'a', collection: 'c' };
/** Words for what the leader has no sign for, as an import reads them. */
const BY_CARRIER: Readonly<Record<string, string>> = { braille: '盲文', microform: '缩微品' };
const BY_KIND: Readonly<Record<string, string>> = {
  'audio-tape': '录音带',
  cd: 'CD',
  'video-tape': '录像带',
  vcd: 'VCD',
  dvd: 'DVD',
  'wall-chart': '挂图',
};
const designationOf = ({ carrier, kind }: TitleDescription): string | null =>
  BY_CARRIER[carrier] ?? BY_KIND[kind ?? ''] ?? null;

const cnmarcOf = ({ id, description: d }: Made): MarcRecord => {
  const year = d.publishedYear === null ? null : String(d.publishedYear);
  return {
    leader: `     n${UNIMARC_TYPES[d.carrier] ?? 'a'}${LEVELS[d.level] ?? 'm'}0 22     3  450 `,
    fields: [
      { tag: '001', value: id },
      ...(d.isbns.length === 0
        ? field('010', '  ', ['b', d.binding], ['d', yuan(d.priceFen)])
        : each(d.isbns, (isbn, at) =>
            field(
              '010',
              '  ',
              ['a', isbn],
              ['b', at === 0 ? d.binding : null],
              ['d', at === 0 ? yuan(d.priceFen) : null],
            ),
          )),
      ...each(others(d.otherNumbers), (number) => field('010', '  ', ['a', number])),
      ...each(d.otherNumbers.filter(isIssn), (number) => field('011', '  ', ['a', number])),
      ...each(d.otherNumbers.filter(isUnified), (number) => field('091', '  ', ['a', number])),
      // Day of entry, dates, audience, coding of the text, scripts: what nobody recorded is blank.
      ...field('100', '  ', ['a', `        d${year ?? '    '}    ${'   '}y0chiy50      ea`]),
      ...field('101', '0 ', ...d.languages.map((language): Part => ['a', language])),
      ...field(
        '200',
        '1 ',
        ['a', d.title],
        ['b', designationOf(d)],
        ['e', d.subtitle],
        ['h', d.partNumber],
        ['i', d.partTitle],
        ['f', d.statement],
      ),
      ...field('205', '  ', ['a', d.edition]),
      ...field('210', '  ', ['a', d.publishedIn], ['c', d.publisher], ['d', year]),
      ...field('215', '  ', ['a', d.extent]),
      ...each(d.series, (series) => field('225', '2 ', ['a', series])),
      ...each(d.notes, (note) => field('300', '  ', ['a', note])),
      ...field('330', '  ', ['a', d.summary]),
      ...field('333', '  ', ['a', d.audience]),
      ...each(d.otherTitles, (title) => field('517', '1 ', ['a', title])),
      ...each(d.subjects, (subject) => field('610', '0 ', ['a', subject])),
      ...each(classesIn(d, 'udc'), (number) => field('675', '  ', ['a', number])),
      ...each(classesIn(d, 'ddc'), (number) => field('676', '  ', ['a', number])),
      ...each(classesIn(d, 'lcc'), (number) => field('680', '  ', ['a', number])),
      ...field('690', '  ', ['a', d.clc]),
      ...each(classesIn(d, 'clc'), (number) => field('690', '  ', ['a', number])),
      ...each(classesIn(d, 'casl'), (number) => field('692', '  ', ['a', number])),
      ...each(d.contributors, (name) => field('701', ' 0', ['a', name])),
      ...field('801', ' 0', ['a', 'CN'], ['b', OUR_AGENCY]),
    ],
  };
};

const marc21Of = ({ id, description: d }: Made): MarcRecord => {
  const year = d.publishedYear === null ? null : String(d.publishedYear);
  const [main, ...further] = d.contributors;
  const form = { braille: 'f', microform: 'a' }[d.carrier] ?? ' ';
  const fixed = `      s${year ?? '    '}    cc ${'     '}${form}${'           '}${(d.languages[0] ?? 'chi').slice(0, 3).padEnd(3)} d`;
  return {
    leader: `     n${MARC21_TYPES[d.carrier] ?? 'a'}${LEVELS[d.level] ?? 'm'} a22     7i 4500`,
    fields: [
      { tag: '001', value: id },
      { tag: '003', value: OUR_AGENCY },
      { tag: '008', value: fixed },
      ...(d.isbns.length === 0
        ? field('020', '  ', ['q', d.binding], ['c', yuan(d.priceFen)])
        : each(d.isbns, (isbn, at) =>
            field(
              '020',
              '  ',
              ['a', isbn],
              ['q', at === 0 ? d.binding : null],
              ['c', at === 0 ? yuan(d.priceFen) : null],
            ),
          )),
      ...each([...others(d.otherNumbers), ...d.otherNumbers.filter(isUnified)], (number) =>
        field('020', '  ', ['a', number]),
      ),
      ...each(d.otherNumbers.filter(isIssn), (number) => field('022', '  ', ['a', number])),
      ...field('041', '0 ', ...d.languages.map((language): Part => ['a', language])),
      ...each(classesIn(d, 'lcc'), (number) => field('050', ' 4', ['a', number])),
      ...each(classesIn(d, 'udc'), (number) => field('080', '  ', ['a', number])),
      ...each(classesIn(d, 'ddc'), (number) => field('082', '04', ['a', number])),
      ...field('084', '  ', ['a', d.clc], ['2', d.clc === null ? null : 'clc']),
      ...each(classesIn(d, 'clc'), (number) => field('084', '  ', ['a', number], ['2', 'clc'])),
      ...field('100', '1 ', ['a', main ?? null]),
      ...field(
        '245',
        main === undefined ? '00' : '10',
        ['a', d.title],
        ['n', d.partNumber],
        ['p', d.partTitle],
        ['h', designationOf(d)],
        ['b', d.subtitle],
        ['c', d.statement],
      ),
      ...each(d.otherTitles, (title) => field('246', '3 ', ['a', title])),
      ...field('250', '  ', ['a', d.edition]),
      ...field('264', ' 1', ['a', d.publishedIn], ['b', d.publisher], ['c', year]),
      ...field('300', '  ', ['a', d.extent]),
      ...each(d.series, (series) => field('490', '0 ', ['a', series])),
      ...each(d.notes, (note) => field('500', '  ', ['a', note])),
      ...field('520', '  ', ['a', d.summary]),
      ...field('521', '  ', ['a', d.audience]),
      ...each(d.subjects, (subject) => field('653', '  ', ['a', subject])),
      ...each(further, (name) => field('700', '1 ', ['a', name])),
    ],
  };
};
