import { statement, type Session } from '@shulian/service-kit';
import type { TitleId } from '@shulian/contracts/ids';
import { SEARCH_WORDS_VERSION } from './rules/search-words.js';
import type { Title } from './rules/title.js';
import { DESCRIPTION_COLUMNS, toRow, toTitle, type TitleFinding, type TitleRow } from './title.row.js';

const COLUMNS = DESCRIPTION_COLUMNS.map(([column]) => column).join(', ');
const RECORD = DESCRIPTION_COLUMNS.map(([column, , type]) => `${column} ${type}`).join(', ');
const INCOMING = `jsonb_to_recordset($1::jsonb) as i(id uuid, version int, ${RECORD},
  title_key text, fingerprint text, search_key text, words text[], title_words text[], words_version int)`;

const ADD = statement(
  'titles.add',
  `with added as (
   insert into title (id, version, ${COLUMNS}, title_key, fingerprint, search_key, words, title_words, words_version,
     described_at, changed_at)
   select id, version, ${COLUMNS}, title_key, fingerprint, search_key, array_to_tsvector(words), array_to_tsvector(title_words),
     words_version, $2, $2 from ${INCOMING} returning id)
   insert into title_to_compare select id from added on conflict do nothing`,
);
const CHANGE = statement(
  'titles.change',
  `with changed as (
   update title t set version = i.version, ${DESCRIPTION_COLUMNS.map(([column]) => `${column} = i.${column}`).join(', ')},
     title_key = i.title_key, fingerprint = i.fingerprint, search_key = i.search_key, words = array_to_tsvector(i.words),
     title_words = array_to_tsvector(i.title_words), words_version = i.words_version, changed_at = $2
   from ${INCOMING} where t.id = i.id returning t.id)
   insert into title_to_compare select id from changed on conflict do nothing`,
);
/** As the foreign key of a copy locks it: whoever merges the title waits, or has done so before. */
const FOR_COPIES = statement(
  'titles.forCopies',
  `select id, version, ${COLUMNS} from title where id = $1 and merged_into is null for key share`,
);
const LOCK = statement(
  'titles.lock',
  `select id, version, ${COLUMNS} from title where id = any($1::uuid[]) and merged_into is null order by id for update`,
);
/** Copies may be entered under it meanwhile: who enters them holds shelves of theirs, that its copies may need. */
const LOCK_TO_DESCRIBE = statement(
  'titles.lockToDescribe',
  `select id, version, ${COLUMNS} from title where id = $1 and merged_into is null for no key update`,
);
const LOCK_ALL_TO_DESCRIBE = statement(
  'titles.lockAllToDescribe',
  `select id, version, ${COLUMNS} from title where id = any($1::uuid[]) and merged_into is null order by id for no key update`,
);
const WITH_ISBN = statement(
  'titles.withIsbn',
  'select id from title where isbns @> array[$1::text] and merged_into is null order by id limit $2',
);
const MERGED_INTO = statement('titles.mergedInto', 'select merged_into as "into" from title where id = $1');
const MANY = statement('titles.many', `select id, version, ${COLUMNS} from title where id = any($1::uuid[])`);
/** What was said of a title that was merged is said of the one it went into; its own description comes last. */
const LIKELY = statement(
  'titles.likely',
  `select coalesce(t.merged_into, t.id) as id, t.title_key, t.fingerprint, t.isbns, t.published_year, t.carrier, t.series,
          coalesce((select array_agg(s.agency || '|' || s.number) from title_source s where s.title_id = t.id), '{}') as sources
   from title t
   where t.fingerprint = any($1::text[])
      or t.id in (select s.title_id from title_source s
                  join unnest($2::text[], $3::text[]) as k(agency, number) on s.agency = k.agency and s.number = k.number)
      or t.id = any($4::uuid[])
   order by t.merged_into is null, t.id`,
);
const OLD_WORDS = statement(
  'titles.oldWords',
  `select id, version, ${COLUMNS} from title where words_version < ${String(SEARCH_WORDS_VERSION)}
   order by words_version, id limit $1 for update skip locked`,
);
const RENEW = statement(
  'titles.renewWords',
  `update title t set search_key = i.search_key, words = array_to_tsvector(i.words),
     title_words = array_to_tsvector(i.title_words), words_version = i.words_version
   from ${INCOMING} where t.id = i.id`,
);
const HASHES = statement(
  'titles.sourceHashes',
  `select coalesce(t.merged_into, t.id) as title_id, s.agency, s.number, s.content_hash
   from title_source s join title t on t.id = s.title_id
   join unnest($1::text[], $2::text[]) as k(agency, number) on s.agency = k.agency and s.number = k.number`,
);
const REMEMBER = statement(
  'titles.rememberSources',
  `insert into title_source (agency, number, title_id, content_hash)
   select * from unnest($1::text[], $2::text[], $3::uuid[], $4::text[])
   on conflict (agency, number, title_id) do update set content_hash = excluded.content_hash`,
);

export type TitleWithFinding = { readonly title: Title; readonly finding: TitleFinding };

/** A title that may be the one a record describes. */
export type LikelyTitle = {
  readonly id: TitleId;
  readonly title_key: string;
  readonly fingerprint: string;
  readonly isbns: string[];
  readonly published_year: number | null;
  readonly carrier: string;
  readonly series: string[];
  readonly sources: string[];
};

export type SourceRow = {
  readonly agency: string;
  readonly number: string;
  readonly titleId: TitleId;
  readonly contentHash: string;
};

/** The questions asked of titles. */
export class TitlesRepository {
  constructor(private readonly session: Session) {}

  async add(titles: readonly TitleWithFinding[], at: Date): Promise<void> {
    if (titles.length > 0) await this.session.rows(ADD, [asRows(titles), at]);
  }

  /** Writes titles that were locked before, each with its new version. */
  async change(titles: readonly TitleWithFinding[], at: Date): Promise<void> {
    if (titles.length > 0) await this.session.rows(CHANGE, [asRows(titles), at]);
  }

  /** A title that gets copies: it is merged into no other before the transaction ends. */
  async forCopies(id: TitleId): Promise<Title | null> {
    const [row] = await this.session.rows<TitleRow>(FOR_COPIES, [id]);
    return row === undefined ? null : toTitle(row);
  }

  /** Titles that stand with an ISBN of 13 digits, so many at most. */
  async withIsbn(isbn: string, most: number): Promise<TitleId[]> {
    return (await this.session.rows<{ id: TitleId }>(WITH_ISBN, [isbn, most])).map(({ id }) => id);
  }

  /** Where a title went; null when it stands, or is none. */
  async mergedInto(id: TitleId): Promise<TitleId | null> {
    const [row] = await this.session.rows<{ into: TitleId | null }>(MERGED_INTO, [id]);
    return row?.into ?? null;
  }

  /** Titles whose words are of an older version, so many at most, locked; those that somebody changes now are left out. */
  async withOldWords(limit: number): Promise<Title[]> {
    return (await this.session.rows<TitleRow>(OLD_WORDS, [limit])).map(toTitle);
  }

  /** New words for titles that stay as they are: nothing of it is announced. */
  async renewWords(titles: readonly TitleWithFinding[]): Promise<void> {
    if (titles.length > 0) await this.session.rows(RENEW, [asRows(titles)]);
  }

  /** The title, locked until the end of the transaction against all who describe or merge it; null where it was merged. */
  async lockedToDescribe(id: TitleId): Promise<Title | null> {
    const [row] = await this.session.rows<TitleRow>(LOCK_TO_DESCRIBE, [id]);
    return row === undefined ? null : toTitle(row);
  }

  /** The same of many, in the order of their ids; without those that were merged into others. */
  async lockedAllToDescribe(ids: readonly TitleId[]): Promise<Title[]> {
    return ids.length === 0
      ? []
      : (await this.session.rows<TitleRow>(LOCK_ALL_TO_DESCRIBE, [ids])).map(toTitle);
  }

  /** Locked until the end of the transaction, in the order of their ids; without those that were merged into others. */
  async locked(ids: readonly TitleId[]): Promise<Title[]> {
    return ids.length === 0 ? [] : (await this.session.rows<TitleRow>(LOCK, [ids])).map(toTitle);
  }

  async many(ids: readonly TitleId[]): Promise<Title[]> {
    return ids.length === 0 ? [] : (await this.session.rows<TitleRow>(MANY, [ids])).map(toTitle);
  }

  /** Titles with one of the fingerprints, described by one of the sources, or with one of the ids. */
  likely(
    fingerprints: readonly string[],
    sources: readonly { agency: string; number: string }[],
    ids: readonly TitleId[],
  ): Promise<LikelyTitle[]> {
    return this.session.rows<LikelyTitle>(LIKELY, [
      fingerprints,
      sources.map(({ agency }) => agency),
      sources.map(({ number }) => number),
      ids,
    ]);
  }

  async sourcesOf(sources: readonly { agency: string; number: string }[]): Promise<SourceRow[]> {
    const rows = await this.session.rows<{
      title_id: TitleId;
      agency: string;
      number: string;
      content_hash: string;
    }>(HASHES, [sources.map(({ agency }) => agency), sources.map(({ number }) => number)]);
    return rows.map((row) => ({
      agency: row.agency,
      number: row.number,
      titleId: row.title_id,
      contentHash: row.content_hash,
    }));
  }

  async rememberSources(sources: readonly SourceRow[]): Promise<void> {
    if (sources.length === 0) return;
    await this.session.rows(REMEMBER, [
      sources.map(({ agency }) => agency),
      sources.map(({ number }) => number),
      sources.map(({ titleId }) => titleId),
      sources.map(({ contentHash }) => contentHash),
    ]);
  }

  /**
   * Nobody else describes or merges titles with these fingerprints until the transaction ends. A batch may wait longer for
   * another batch than a desk waits for a reader.
   */
  async reserve(fingerprints: readonly string[]): Promise<void> {
    await this.session.rows(`set local lock_timeout = '15s'`);
    await this.session.rows(
      `select pg_advisory_xact_lock(k) from (select distinct hashtextextended(f, 0) as k from unnest($1::text[]) as f order by 1) s`,
      [fingerprints],
    );
  }
}

const asRows = (titles: readonly TitleWithFinding[]): string =>
  JSON.stringify(titles.map(({ title, finding }) => toRow(title, finding)));
