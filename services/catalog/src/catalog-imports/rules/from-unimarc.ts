import { carrierOf } from './carrier.js';
import { kindOfRecord, noteOfKind } from './kind-of-record.js';
import { firstOfStatement, nameOf, plainCode, withoutEdges } from './dirty-values.js';
import {
  firstOfEachName,
  type ImportedClass,
  type ImportedContributor,
  type ImportedTitle,
  type NotATitle,
  type RecordSource,
} from './imported-title.js';
import {
  allValues,
  controlValue,
  fieldsOf,
  firstValue,
  trimmed,
  valueIn,
  valuesIn,
  type DataField,
  type MarcRecord,
  type ReadingNote,
} from './marc-record.js';
import { numbersIn, volumeIn } from './numbers-in-text.js';
import { withOriginalScript } from './original-script.js';
import { priceInFen } from './price.js';
import { yearOf } from './year.js';

/**
 * UNIMARC and CNMARC to our words, by the field map of the domain page (§1.4). The first 690 wins; pinyin in $9 or $A is
 * read over (we make our own); an ISBN in 010$z is kept for search only by being left out here.
 */
export const titleFromUnimarc = (written: MarcRecord): ImportedTitle | NotATitle => {
  if (written.leader[5] === 'd') return { refused: 'record.deleted' };
  const { record, notes: scriptNotes } = withOriginalScript(written, 'unimarc');
  const titleField = fieldsOf(record, '200').find((field) => valueIn(field, 'a') !== null);
  if (titleField === undefined) return { refused: 'record.title-missing' };
  const titles = valuesIn(titleField, 'a');
  const title = titles[0];
  if (title === undefined) return { refused: 'record.title-missing' };

  const notes: ReadingNote[] = [...scriptNotes];
  const numbers = allValues(record, '010', 'a').map(numbersIn);
  const around = numbers.map((each) => each.around).filter((each) => each !== null);
  // A number without a currency is yuan in books of this country only.
  const isOfHere = ['CN', null].includes(firstValue(record, '102', 'a')?.toUpperCase() ?? null);
  const priceText =
    firstValue(record, '010', 'd') ??
    firstValue(record, '011', 'd') ??
    around.find((text) => /CNY|RMB|[¥元圆]/i.test(text)) ??
    null;
  const price = priceInFen(priceText, isOfHere);
  if (price.is === 'unreadable')
    notes.push({ code: `price.${price.why}`, field: '010', detail: priceText ?? '' });
  const publishedText = firstValue(record, '210', 'd') ?? firstValue(record, '214', 'd');
  const statement = valuesIn(titleField, 'f', 'g').join(' ; ') || null;

  const level = levelOf(record.leader[7]);
  const carrier = carrierOf(record, 'unimarc');
  const kind = kindOfRecord(record, 'unimarc', level, carrier);
  notes.push(...noteOfKind(kind, carrier));

  return {
    source: sourceOf(record),
    level,
    carrier,
    kind,
    title,
    subtitle: valuesIn(titleField, 'e').join(' : ') || null,
    partNumber: partNumberOf(record, titleField, numbers.length === 1 ? (around[0] ?? null) : null),
    partTitle: valuesIn(titleField, 'i').join(' ') || null,
    otherTitles: otherTitlesOf(record, titleField),
    statement,
    contributors: contributorsOf(record, statement),
    edition: firstValue(record, '205', 'a'),
    isbns: numbers.flatMap((each) => each.isbns),
    issns: [...allValues(record, '011', 'a'), ...numbers.flatMap((each) => each.issns)],
    unifiedBookNumber: firstValue(record, '091', 'a') ?? numbers.flatMap((each) => each.unified)[0] ?? null,
    publisher: firstValue(record, '210', 'c') ?? firstValue(record, '214', 'c'),
    publishedIn: firstValue(record, '210', 'a') ?? firstValue(record, '214', 'a'),
    publishedYear: yearOf(publishedText) ?? yearOf(firstValue(record, '100', 'a')?.slice(9, 13) ?? null),
    languages: unique(allValues(record, '101', 'a').map((code) => code.toLowerCase())),
    extent:
      [firstValue(record, '215', 'a'), firstValue(record, '215', 'd')]
        .filter((each) => each !== null)
        .join('; ') || null,
    series: unique(fieldsOf(record, '225', '410', '461', '462').flatMap((field) => seriesOf(field) ?? [])),
    subjects: subjectsOf(record),
    classes: classesOf(record),
    summary: firstValue(record, '330', 'a'),
    audience: firstValue(record, '333', 'a'),
    binding: firstValue(record, '010', 'b') ?? around.find((text) => /装|裝/u.test(text)) ?? null,
    priceFen: price.is === 'price' ? price.fen : null,
    notes,
  };
};

/** 801: indicator 2 = 3 issuing, 0 original cataloguing, else the first; the number is the control number in 001. */
const sourceOf = (record: MarcRecord): RecordSource | null => {
  const number = controlValue(record, '001');
  if (number === null) return null;
  const agencies = fieldsOf(record, '801');
  const chosen =
    agencies.find((field) => field.indicators[1] === '3') ??
    agencies.find((field) => field.indicators[1] === '0') ??
    agencies[0];
  const agency = controlValue(record, '003') ?? (chosen === undefined ? null : valueIn(chosen, 'b'));
  return { agency: agency === null ? null : plainCode(agency), number };
};

const levelOf = (code: string | undefined): ImportedTitle['level'] =>
  code === 's' || code === 'i' ? 'serial' : code === 'a' ? 'part' : code === 'c' ? 'collection' : 'monograph';

const otherTitlesOf = (record: MarcRecord, titleField: DataField): string[] =>
  unique([
    ...valuesIn(titleField, 'a').slice(1),
    ...valuesIn(titleField, 'd'),
    ...fieldsOf(record, '200').flatMap((field) => (field === titleField ? [] : valuesIn(field, 'a'))),
    ...allValues(record, '500', 'a'),
    ...allValues(record, '510', 'a'),
    ...allValues(record, '512', 'a'),
    ...allValues(record, '517', 'a'),
    ...allValues(record, '540', 'a'),
    ...allValues(record, '454', 'a', 't'),
  ]);

const KIND_BY_TAG: Readonly<Record<string, ImportedContributor['is']>> = {
  '700': 'person', '701': 'person', '702': 'person', '710': 'body', '711': 'body', '712': 'body',
}; // prettier-ignore

const contributorsOf = (record: MarcRecord, statement: string | null): ImportedContributor[] => {
  const listed = fieldsOf(record, ...Object.keys(KIND_BY_TAG)).flatMap((field): ImportedContributor[] => {
    const is = KIND_BY_TAG[field.tag] ?? 'person';
    const entry = [...valuesIn(field, 'a').slice(0, 1), ...(is === 'person' ? valuesIn(field, 'b') : [])]
      .map(withoutEdges)
      .filter((each) => each !== '');
    const read = nameOf(entry.join(is === 'person' && /[A-Za-z]/.test(entry.join('')) ? ', ' : ''));
    if (read === null) return [];
    const meeting = is === 'body' && field.indicators[0] === '1';
    return [
      {
        name: read.name,
        is: meeting ? 'meeting' : is,
        role: valueIn(field, '4'),
        country: read.country ?? valueIn(field, 'c'),
      },
    ];
  });
  if (listed.length > 0) return firstOfEachName(listed);
  const name = firstOfStatement(statement);
  return name === null ? [] : [{ name, is: 'person', role: null, country: null }];
};

const seriesOf = (field: DataField): string | null => {
  const title = embeddedTitle(field);
  const name = valueIn(title, 'a', 't');
  return name === null ? null : [name, ...valuesIn(title, 'h', 'i', 'v')].join(' ');
};

/**
 * Which part of a set a book is: 200$h or $v, else what the field of the set says of it (462, 461), else the volume that
 * stands beside the one ISBN. Volumes of one title are different books.
 */
const partNumberOf = (
  record: MarcRecord,
  titleField: DataField,
  besideIsbn: string | null,
): string | null => {
  const own = valuesIn(titleField, 'h', 'v').join(' ');
  if (own !== '') return own;
  for (const field of fieldsOf(record, '462', '461')) {
    const part = valuesIn(embeddedTitle(field), 'h', 'v').join(' ');
    if (part !== '') return part;
  }
  return volumeIn(besideIsbn);
};

/** A linking field may hold whole fields behind `$1`: only what belongs to their 200 is about the title. */
const embeddedTitle = (field: DataField): DataField => {
  if (!field.subfields.some(({ code }) => code === '1')) return field;
  let isTitle = false;
  const subfields = field.subfields.filter(({ code, value }) => {
    if (code === '1') isTitle = value.startsWith('200');
    return isTitle && code !== '1';
  });
  return { ...field, subfields };
};

const subjectsOf = (record: MarcRecord): string[] =>
  unique([
    ...fieldsOf(record, '600', '601', '605', '606', '607').map((field) =>
      valuesIn(field, 'a', 'x', 'y', 'z', 'j').join('-'),
    ),
    ...allValues(record, '610', 'a'),
  ]).filter((subject) => subject !== '');

const classesOf = (record: MarcRecord): ImportedClass[] => {
  const of = (tag: string, scheme: ImportedClass['scheme']): ImportedClass[] =>
    fieldsOf(record, tag).flatMap((field) => {
      const edition = valueIn(field, 'v');
      return valuesIn(field, 'a').map((notation) => ({ scheme, notation, edition }));
    });
  return [
    ...of('690', 'clc'),
    ...of('692', 'casl'),
    ...of('676', 'ddc'),
    ...of('675', 'udc'),
    ...of('680', 'lcc'),
  ];
};

const unique = (values: readonly string[]): string[] => [
  ...new Set(values.map(trimmed).filter((value) => value !== null)),
];
