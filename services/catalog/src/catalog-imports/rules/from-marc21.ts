import { carrierOf } from './carrier.js';
import { kindOfRecord, noteOfKind } from './kind-of-record.js';
import { nameOf, plainCode, withoutEdges, withoutIsbdEnd } from './dirty-values.js';
import {
  firstOfEachName,
  type ImportedClass,
  type ImportedContributor,
  type ImportedTitle,
  type NotATitle,
} from './imported-title.js';
import {
  allValues,
  controlValue,
  fieldsOf,
  firstValue,
  rawControl,
  trimmed,
  valueIn,
  valuesIn,
  type DataField,
  type MarcRecord,
  type ReadingNote,
} from './marc-record.js';
import { numbersIn } from './numbers-in-text.js';
import { withOriginalScript } from './original-script.js';
import { priceInFen } from './price.js';
import { yearOf } from './year.js';

/** MARC21 to our words. ISBD punctuation before the next subfield is taken off; foreign prices are noted, not converted. */
export const titleFromMarc21 = (written: MarcRecord): ImportedTitle | NotATitle => {
  if (written.leader[5] === 'd') return { refused: 'record.deleted' };
  if (written.leader[6] === 'z') return { refused: 'record.authority' };
  const { record, notes: scriptNotes } = withOriginalScript(written, 'marc21');
  const titleField = fieldsOf(record, '245').find((field) => valueIn(field, 'a', 'k', 'p') !== null);
  const title = titleField === undefined ? null : valueIn(titleField, 'a', 'k', 'p');
  if (titleField === undefined || title === null) return { refused: 'record.title-missing' };

  const notes: ReadingNote[] = [...scriptNotes];
  const numbers = allValues(record, '020', 'a').map(numbersIn);
  const around = numbers.map((each) => each.around).filter((each) => each !== null);
  const priceText = firstValue(record, '020', 'c') ?? around.find((text) => /CNY|RMB|元/i.test(text)) ?? null;
  // Books of every country are described in MARC21: a number without a currency is yuan only where the book is from here.
  const price = priceInFen(priceText, rawControl(record, '008').slice(15, 17) === 'cc');
  if (price.is === 'unreadable')
    notes.push({ code: `price.${price.why}`, field: '020', detail: priceText ?? '' });
  const isbns = numbers.flatMap((each) => each.isbns);
  const number = controlValue(record, '001');
  const agency = controlValue(record, '003') ?? firstValue(record, '040', 'a');
  const publishing = fieldsOf(record, '260', '264').filter(
    (field) => field.tag === '260' || field.indicators[1] !== '4',
  );
  const published = (code: string): string | null =>
    publishing.flatMap((field) => valuesIn(field, code))[0] ?? null;
  const clean = (text: string | null): string | null =>
    text === null ? null : trimmed(withoutIsbdEnd(text));

  const level = record.leader[7] === 's' || record.leader[7] === 'i' ? 'serial' : levelOf(record.leader[7]);
  const carrier = carrierOf(record, 'marc21');
  const kind = kindOfRecord(record, 'marc21', level, carrier);
  notes.push(...noteOfKind(kind, carrier));

  return {
    source: number === null ? null : { agency: agency === null ? null : plainCode(agency), number },
    level,
    carrier,
    kind,
    title: withoutIsbdEnd(title),
    subtitle: clean(valuesIn(titleField, 'b').join(' ')),
    partNumber: clean(valuesIn(titleField, 'n').join(' ')),
    partTitle: valueIn(titleField, 'a') === null ? null : clean(valuesIn(titleField, 'p').join(' ')),
    otherTitles: unique([
      ...allValues(record, '246', 'a'),
      ...allValues(record, '240', 'a'),
      ...allValues(record, '740', 'a'),
      ...fieldsOf(record, '245').flatMap((field) => (field === titleField ? [] : valuesIn(field, 'a'))),
    ]),
    statement: clean(valueIn(titleField, 'c')),
    contributors: contributorsOf(record),
    edition: clean(firstValue(record, '250', 'a')),
    isbns,
    issns: [...allValues(record, '022', 'a'), ...numbers.flatMap((each) => each.issns)],
    unifiedBookNumber: numbers.flatMap((each) => each.unified)[0] ?? null,
    publisher: clean(published('b')),
    publishedIn: clean(published('a')),
    publishedYear: yearOf(published('c')) ?? yearOf(rawYear(record)),
    languages: languagesOf(record),
    extent: clean(firstValue(record, '300', 'a')),
    series: unique(
      fieldsOf(record, '490', '440', '830').map((field) =>
        valuesIn(field, 'a', 'v').map(withoutIsbdEnd).join(' '),
      ),
    ),
    subjects: unique(
      fieldsOf(record, '600', '610', '611', '630', '650', '651')
        .map(subjectOf)
        .concat(allValues(record, '653', 'a')),
    ),
    classes: classesOf(record),
    summary: firstValue(record, '520', 'a'),
    audience: firstValue(record, '521', 'a'),
    binding: firstValue(record, '020', 'q') ?? around.find((text) => !/\d/.test(text)) ?? null,
    priceFen: price.is === 'price' ? price.fen : null,
    notes,
  };
};

const rawYear = (record: MarcRecord): string | null => rawControl(record, '008').slice(7, 11) || null;

const languagesOf = (record: MarcRecord): string[] => {
  const listed = allValues(record, '041', 'a').flatMap((codes) => codes.match(/[a-z]{3}/g) ?? []);
  if (listed.length > 0) return unique(listed);
  const field = record.fields.find((each) => each.tag === '008');
  const code = field !== undefined && 'value' in field ? field.value.slice(35, 38) : '';
  return /^[a-z]{3}$/.test(code) ? [code] : [];
};

const levelOf = (code: string | undefined): ImportedTitle['level'] =>
  code === 'a' || code === 'b' ? 'part' : code === 'c' ? 'collection' : 'monograph';

const KIND_BY_TAG: Readonly<Record<string, ImportedContributor['is']>> = {
  '100': 'person', '110': 'body', '111': 'meeting', '700': 'person', '710': 'body', '711': 'meeting',
}; // prettier-ignore

const contributorsOf = (record: MarcRecord): ImportedContributor[] => {
  const listed = fieldsOf(record, ...Object.keys(KIND_BY_TAG)).flatMap((field): ImportedContributor[] => {
    const read = nameOf(valuesIn(field, 'a', 'b').map(withoutEdges).join(' '));
    if (read === null) return [];
    const role = valueIn(field, 'e') ?? valueIn(field, '4');
    return [
      {
        name: read.name,
        is: KIND_BY_TAG[field.tag] ?? 'person',
        role: role === null ? null : role.replace(/[.,]$/, ''),
        country: null,
      },
    ];
  });
  return firstOfEachName(listed);
};

const subjectOf = (field: DataField): string =>
  valuesIn(field, 'a', 'x', 'y', 'z', 'v')
    .map((part) => part.replace(/[.,]$/, ''))
    .join('-');

const classesOf = (record: MarcRecord): ImportedClass[] => {
  const of = (
    tag: string,
    scheme: ImportedClass['scheme'],
    only = (_: DataField): boolean => true,
  ): ImportedClass[] =>
    fieldsOf(record, tag)
      .filter(only)
      .flatMap((field) =>
        valuesIn(field, 'a').map((notation) => ({ scheme, notation, edition: valueIn(field, '2') })),
      );
  const chinese = (field: DataField): boolean => /clc/i.test(valueIn(field, '2') ?? '');
  return [
    ...of('084', 'clc', chinese),
    ...of('093', 'clc'),
    ...of('082', 'ddc'),
    ...of('050', 'lcc'),
    ...of('080', 'udc'),
  ];
};

const unique = (values: readonly string[]): string[] => [
  ...new Set(values.map((value) => trimmed(withoutIsbdEnd(value))).filter((value) => value !== null)),
];
