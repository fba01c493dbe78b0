/** How much of everything a generated county has. */
export type CountySize = {
  readonly schools: number;
  readonly readers: number;
  readonly titles: number;
  readonly copies: number;
  /** of two school years */
  readonly loans: number;
  readonly openHolds: number;
};

/** The county of the design: what every question must be answered at. */
const WHOLE: CountySize = {
  schools: 300,
  readers: 300_000,
  titles: 1_000_000,
  copies: 8_000_000,
  loans: 12_000_000,
  openHolds: 30_000,
};

/** @param scale 1: the county of the design; 0.1: a tenth of everything */
export const sizeAt = (scale: number): CountySize => {
  const part = (whole: number): number => Math.max(1, Math.round(whole * scale));
  return {
    schools: part(WHOLE.schools),
    readers: part(WHOLE.readers),
    titles: part(WHOLE.titles),
    copies: part(WHOLE.copies),
    loans: part(WHOLE.loans),
    openHolds: part(WHOLE.openHolds),
  };
};

/** One school's part of the county. Numbers of copies and readers run through the county, so that ids follow from them. */
export type SchoolShare = {
  readonly number: number;
  readonly readers: number;
  readonly copies: number;
  readonly firstCopy: number;
  /** Only so many of its copies are ever lent: a school lends a quarter of its shelves again and again. */
  readonly lentCopies: number;
  readonly loansADay: number;
  readonly holds: number;
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Whole numbers in the proportion of the weights, which add up to `total`. */
const shared = (total: number, weights: readonly number[]): number[] => {
  const all = sum(weights);
  let given = 0;
  let upTo = 0;
  return weights.map((weight) => {
    upTo += weight;
    const share = Math.round((total * upTo) / all) - given;
    given += share;
    return share;
  });
};

/** Longest loan in school days; a copy goes round only after that, so that no two loans of it overlap. */
export const LONGEST_LOAN = 40;

/** Small and large schools, from a third of the mean to twice it. */
export const sharesOf = (size: CountySize, schoolDays: number): SchoolShare[] => {
  const weights = Array.from({ length: size.schools }, (_, n) => 0.35 + 1.65 * ((n * 0.618_034) % 1));
  const readers = shared(size.readers, weights);
  const copies = shared(size.copies, weights);
  const loansADay = shared(Math.round(size.loans / schoolDays), weights);
  const holds = shared(size.openHolds, weights);
  let firstCopy = 0;
  return weights.map((_, number) => {
    const share = {
      number,
      readers: readers[number] ?? 0,
      copies: copies[number] ?? 0,
      firstCopy,
      lentCopies: Math.floor((copies[number] ?? 0) / 4),
      loansADay: loansADay[number] ?? 0,
      holds: holds[number] ?? 0,
    };
    firstCopy += share.copies;
    return share;
  });
};
