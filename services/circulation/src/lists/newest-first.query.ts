import type { Reach } from '@shulian/contracts/access';
import type { Caller } from '@shulian/service-kit';

/** The values of a statement; each gets its `$n` when it is first named. */
export class Values {
  readonly all: unknown[] = [];

  of(value: unknown, type: string): string {
    this.all.push(value);
    return `$${this.all.length}::${type}`;
  }
}

/**
 * A way to rows that the caller may see: by one of the keys in a column, for which there is an index of column and
 * id. A condition `where` stands for a partial index.
 */
export type Way = {
  readonly column: string;
  /** An array of ids. */
  readonly keys: string;
  /** About how many; a few more or less do no harm. */
  readonly expected: number;
  readonly where?: string;
  /** Rows that are read by ids which lie elsewhere, ready to hand: a select of ids for the keys. */
  readonly ids?: string;
};

export type Newest = {
  readonly table: string;
  /** What the table is called in columns and conditions. */
  readonly of: string;
  readonly columns: string;
  /** Further tables that columns are read from, once the rows of the page are known. */
  readonly joins?: string;
  readonly ways: readonly Way[];
  /** Further conditions. */
  readonly where: readonly string[];
  readonly after: string | undefined;
  readonly limit: number;
};

/**
 * One page of rows that may come by several ways, newest first, each once; ids are made in order of time. It reads about
 * as many rows as it shows, however many there are: `or` between two columns, or a list of keys, would make the database
 * read whatever is newest in the county, or all there ever was, until the page is full.
 */
export function newestFirst(page: Newest, values: Values): string {
  const count = values.of(page.limit, 'int');
  const conditions = [
    ...page.where,
    ...(page.after === undefined ? [] : [`${page.of}.id < ${values.of(page.after, 'uuid')}`]),
  ];
  const branches = page.ways.map((way) =>
    branchOf(page, way, [...(way.where === undefined ? [] : [way.where]), ...conditions], count, values),
  );
  const seen = branches.length === 0 ? 'select null::uuid as id where false' : branches.join(' union ');
  return `
    select ${page.columns}
    from (select id from (${seen}) seen order by id desc limit ${count}) shown
    join ${page.table} ${page.of} on ${page.of}.id = shown.id ${page.joins ?? ''}
    order by ${page.of}.id desc`;
}

function branchOf(
  { table, of, limit }: Newest,
  way: Way,
  conditions: readonly string[],
  count: string,
  values: Values,
): string {
  const where = conditions.map((condition) => `and ${condition}`).join(' ');
  if (way.ids !== undefined)
    return `(select ${of}.id from (${way.ids}) given(id) join ${table} ${of} on ${of}.id = given.id
      where true ${where} order by ${of}.id desc limit ${count})`;
  // By the order of the index, key first, though there is but one key: in the order of ids alone the planner would walk all
  // rows of the county, sure that some of this key are soon among them. `any` keeps it from seeing that it is the same.
  const newestOf = (key: string, more: string, rows: string): string =>
    `select ${of}.id from ${table} ${of} where ${of}.${way.column} = any(array[${key}]) ${where} ${more}
     order by ${of}.${way.column} desc, ${of}.id desc limit ${rows}`;
  if (way.expected === 1) return `(${newestOf(`(${way.keys})[1]`, '', count)})`;
  // A few of each key tell how far back the page reaches at most; all that is as new is then its candidates.
  const few = values.of(Math.max(1, Math.ceil((2 * limit) / way.expected)), 'int');
  const keys = `unnest(${way.keys}) as k(key)`;
  return `(
    with few as materialized (
      select newest.id from ${keys} cross join lateral (${newestOf('k.key', '', few)}) newest
    ), oldest as materialized (select id from few order by id desc offset ${count} - 1 limit 1)
    select newest.id from ${keys} cross join lateral (
      ${newestOf('k.key', `and ${of}.id >= coalesce((select id from oldest), '${NO_ID}')`, count)}) newest
    order by newest.id desc limit ${count})`;
}

const NO_ID = '00000000-0000-0000-0000-000000000000';
/** Pupils of a class, about. */
export const CLASS = 50;
/** Schools of a county: of a small one, so that a few of each fill a page there, too. */
const COUNTY = 60;

type Keys = { readonly keys: string; readonly expected: number };

export const ofList = (ids: readonly string[], values: Values): Keys | null =>
  ids.length === 0 ? null : { keys: values.of(ids, 'uuid[]'), expected: ids.length };

export const ofOne = (id: string, values: Values): Keys => ({
  keys: `array[${values.of(id, 'uuid')}]`,
  expected: 1,
});

/** The schools a caller reaches as a whole. */
export const schoolsOf = ({ county, schools }: Reach, values: Values): Keys | null =>
  county
    ? { keys: 'array(select school_id from known_school)', expected: COUNTY }
    : ofList([...schools], values);

/**
 * By the reader: of the caller's classes today, or the caller.
 * @param ids for what lies on the row of the reader: a select of ids for the readers
 */
export function waysOfReaders(
  { readers, classes }: Reach,
  values: Values,
  ids?: (readers: string) => string,
): Way[] {
  const ofClasses =
    classes.size === 0
      ? null
      : {
          keys: `array(select r.reader_id from known_reader r
                       where r.class_id = any(${values.of([...classes.keys()], 'uuid[]')}))`,
          expected: CLASS * classes.size,
        };
  return [ofList([...readers], values), ofClasses].flatMap((keys) =>
    keys === null
      ? []
      : [{ column: 'reader_id', ...keys, ...(ids === undefined ? {} : { ids: ids(keys.keys) }) }],
  );
}

/** Rows that belong to the caller's classes as a whole, and to none of their readers. */
export function waysOfClasses({ classes }: Reach, of: string, values: Values): Way[] {
  const keys = ofList([...classes.keys()], values);
  return keys === null ? [] : [{ column: 'class_id', ...keys, where: `${of}.reader_id is null` }];
}

/**
 * Whether a caller sees a row that comes by something else than the caller's own places; for single rows and short lists.
 * @param of the table or its alias
 * @param schools the columns that name a school which may see it
 * @param ofClasses whether a row may belong to a class, and then to no reader
 */
export function isSeen(
  { reach }: Caller,
  of: string,
  schools: readonly string[],
  values: Values,
  ofClasses = false,
): string {
  if (reach.county) return 'true';
  const own = values.of([...reach.schools], 'uuid[]');
  const classes = values.of([...reach.classes.keys()], 'uuid[]');
  return `(${schools.map((column) => `${of}.${column} = any(${own})`).join(' or ')}
    or ${of}.reader_id = any(${values.of([...reach.readers], 'uuid[]')})
    or exists (select from known_reader r where r.reader_id = ${of}.reader_id
               and r.class_id = any(${classes}))
    ${ofClasses ? `or (${of}.reader_id is null and ${of}.class_id = any(${classes}))` : ''})`;
}
