import { statement, type Session } from '@shulian/service-kit';
import type { ReaderId, SchoolId } from '@shulian/contracts/ids';
import { READER_COLUMNS, toReader, toRow, type ReaderRow } from './reader.row.js';
import type { Reader } from './rules/reader.js';

const names = READER_COLUMNS.map(([column]) => column);
const columns = names.join(', ');
const selected = READER_COLUMNS.map(([column, type]) => (type === 'date' ? `${column}::text` : column)).join(
  ', ',
);
const incoming = `jsonb_to_recordset($1::jsonb) as i(${READER_COLUMNS.map((column) => column.join(' ')).join(', ')})`;

const ADD = statement('readers.add', `insert into reader (${columns}) select ${columns} from ${incoming}`);
const CHANGE = statement(
  'readers.change',
  `update reader r set ${names.map((name) => `${name} = i.${name}`).join(', ')} from ${incoming} where r.id = i.id`,
);
const LOCK = statement(
  'readers.lock',
  `select ${selected} from reader where id = any($1::uuid[]) order by id for no key update`,
);

const SCHOOLS = statement(
  'readers.schools',
  'select school_id as "schoolId" from reader where id = any($1::uuid[])',
);
/** Whoever comes with the same id waits here, also while there is no reader yet who could be locked. */
const WAIT_FOR_ID = statement(
  'readers.wait-for-id',
  `select pg_advisory_xact_lock(hashtextextended($1::text || ' ' || $2::text, 4671))`,
);
const LOCK_BY_ID = statement(
  'readers.lock-by-external-id',
  `select ${selected} from reader where school_id = $1 and external_id = $2 for no key update`,
);

/** What readers are found by from now on; a word that stays is not written again. */
const FIND_BY = statement(
  'readers.find-by',
  `with told as (select * from jsonb_to_recordset($1::jsonb) as t(reader_id uuid, school_id uuid, word text)),
        known as (update reader set has_words = true where id = any($2::uuid[]) and not has_words),
        gone as (delete from reader_word w where w.reader_id = any($2::uuid[])
                 and not exists (select from told t where t.reader_id = w.reader_id and t.word = w.word))
   insert into reader_word (school_id, word, reader_id) select school_id, word, reader_id from told
   on conflict do nothing`,
);
/** Those who were there before readers had words, locked; other processes take others. */
const WITHOUT_WORDS = statement(
  'readers.without-words',
  `select ${selected} from reader where not has_words order by id limit $1 for no key update skip locked`,
);

/** The questions asked of readers. */
export class ReadersRepository {
  constructor(private readonly session: Session) {}

  async add(readers: readonly Reader[]): Promise<void> {
    if (readers.length > 0) await this.session.rows(ADD, [JSON.stringify(readers.map(toRow))]);
  }

  /** Writes readers that were locked before. */
  async change(readers: readonly Reader[]): Promise<void> {
    if (readers.length > 0) await this.session.rows(CHANGE, [JSON.stringify(readers.map(toRow))]);
  }

  /** Writes what readers are found by, in place of what they were found by before. */
  async findBy(
    readers: readonly Pick<Reader, 'id' | 'schoolId' | 'name'>[],
    wordsOf: (name: string) => readonly string[],
  ): Promise<void> {
    if (readers.length === 0) return;
    const told = readers.flatMap(({ id, schoolId, name }) =>
      wordsOf(name).map((word) => ({ reader_id: id, school_id: schoolId, word })),
    );
    await this.session.rows(FIND_BY, [JSON.stringify(told), readers.map(({ id }) => id)]);
  }

  async lockedWithoutWords(most: number): Promise<Reader[]> {
    return (await this.session.rows<ReaderRow>(WITHOUT_WORDS, [most])).map(toReader);
  }

  /** Locked until the end of the transaction, in the order of their ids. */
  async locked(ids: readonly ReaderId[]): Promise<Reader[]> {
    return ids.length === 0 ? [] : (await this.session.rows<ReaderRow>(LOCK, [ids])).map(toReader);
  }

  /** The one with the id of the school's own system, or null; until the end of the transaction nobody else gives it. */
  async lockedByExternalId(schoolId: SchoolId, externalId: string): Promise<Reader | null> {
    await this.session.rows(WAIT_FOR_ID, [schoolId, externalId]);
    const [row] = await this.session.rows<ReaderRow>(LOCK_BY_ID, [schoolId, externalId]);
    return row === undefined ? null : toReader(row);
  }

  /** The schools of readers, one for each that is there. */
  async schoolsOf(ids: readonly ReaderId[]): Promise<SchoolId[]> {
    const rows = await this.session.rows<{ schoolId: SchoolId }>(SCHOOLS, [ids]);
    return rows.map(({ schoolId }) => schoolId);
  }

  async lockedOne(id: ReaderId): Promise<Reader | null> {
    return (await this.locked([id]))[0] ?? null;
  }
}
