/** What of a title stands on a catalogue card. */
export type Described = {
  readonly title: string;
  readonly subtitle: string | null;
  readonly partNumber: string | null;
  readonly partTitle: string | null;
  readonly statement: string | null;
  readonly contributors: readonly string[];
  readonly edition: string | null;
  readonly publishedIn: string | null;
  readonly publisher: string | null;
  readonly publishedYear: number | null;
  readonly extent: string | null;
  readonly series: readonly string[];
  readonly isbns: readonly string[];
  readonly priceFen: number | null;
  readonly subjects: readonly string[];
  readonly clc: string | null;
};

const AREA = '. — ';
const joined = (parts: readonly (string | null)[], between: string): string =>
  parts.filter((part) => part !== null && part !== '').join(between);

/**
 * The paragraphs of a description by GB/T 3792 (ISBD): title and responsibility with edition and publication; extent and
 * series; number and price; then the tracings (排检项), by which the other cards are filed.
 */
export function catalogueDescription(title: Described): string[] {
  const { edition, publishedIn, publisher, publishedYear, extent, series, isbns, priceFen } = title;
  const publication = joined(
    [joined([publishedIn, publisher], ' : '), publishedYear?.toString() ?? null],
    ', ',
  );
  const price = priceFen === null ? null : `CNY${(priceFen / 100).toFixed(2)}`;
  const number = isbns[0] === undefined ? null : `ISBN ${isbns[0]}`;
  return [
    joined([properTitle(title), edition, publication], AREA),
    joined([extent, series[0] === undefined ? null : `(${series.join(' ; ')})`], AREA),
    joined([number, price], ' : '),
    tracings(title),
  ].filter((paragraph) => paragraph !== '');
}

function properTitle({ title, subtitle, partNumber, partTitle, statement, contributors }: Described): string {
  const named = joined([title, joined([partNumber, partTitle], ', ')], '. ');
  const responsible = statement ?? (contributors.length === 0 ? null : contributors.join(', '));
  return joined([joined([named, subtitle], ' : '), responsible], ' / ');
}

const ROMAN = ['Ⅰ', 'Ⅱ', 'Ⅲ', 'Ⅳ'] as const;

/** Ⅰ. title Ⅱ. names Ⅲ. subjects Ⅳ. class */
function tracings({ title, contributors, subjects, clc }: Described): string {
  const numbered = (names: readonly string[]): string =>
    names.map((name, at) => `${CIRCLED[at] ?? ''}${name}`).join(' ');
  const groups = [`${[...title][0] ?? ''}…`, numbered(contributors), numbered(subjects), clc ?? ''];
  return groups.flatMap((group, at) => (group === '' ? [] : [`${ROMAN[at] ?? ''}. ${group}`])).join('  ');
}

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩';
