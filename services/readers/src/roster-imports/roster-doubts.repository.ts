import { newId, violatedUnique, type Session } from '@shulian/service-kit';
import type { ReaderId, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import type { ReaderKind, Section } from '@shulian/contracts/words';
import type { RosterDoubt } from './rules/roster-plan.js';
import type { PlaceInRoster, RosterPerson } from './rules/roster-row.js';

export const DOUBT_STATES = ['open', 'same', 'other', 'dismissed'] as const;
export type DoubtState = (typeof DOUBT_STATES)[number];

/** How a reader was before a decision. */
export type ReaderBefore = {
  readonly name: string;
  readonly kind: ReaderKind;
  readonly classId: SchoolClassId | null;
  readonly wasActive: boolean;
};
export type KeptDoubt = {
  readonly id: string;
  readonly schoolId: SchoolId;
  readonly person: RosterPerson;
  readonly candidates: readonly ReaderId[];
  readonly status: DoubtState;
  readonly readerId: ReaderId | null;
  readonly before: ReaderBefore | null;
  readonly version: number;
};

type Row = {
  id: string;
  school_id: SchoolId;
  name: string;
  number: string | null;
  kind: ReaderKind;
  section: Section | null;
  entry_year: number | null;
  class_no: number | null;
  candidates: ReaderId[];
  status: DoubtState;
  reader_id: ReaderId | null;
  old_name: string | null;
  old_kind: ReaderKind | null;
  old_class_id: SchoolClassId | null;
  was_active: boolean | null;
  version: number;
};

const placeOf = ({ section, entry_year, class_no }: Row): PlaceInRoster | null =>
  section === null || entry_year === null || class_no === null
    ? null
    : { section, entryYear: entry_year, classNo: class_no };

const toDoubt = (row: Row): KeptDoubt => ({
  id: row.id,
  schoolId: row.school_id,
  person: { sheet: null, row: 0, name: row.name, number: row.number, kind: row.kind, place: placeOf(row) },
  candidates: row.candidates,
  status: row.status,
  readerId: row.reader_id,
  before:
    row.old_name === null || row.old_kind === null
      ? null
      : {
          name: row.old_name,
          kind: row.old_kind,
          classId: row.old_class_id,
          wasActive: row.was_active === true,
        },
  version: row.version,
});

/** Who of the lists waits for a person to say whether they are known. */
export class RosterDoubtsRepository {
  constructor(private readonly session: Session) {}

  /** Who waits already goes on waiting, with who they may be now. */
  async queue(schoolId: SchoolId, doubts: readonly RosterDoubt[], at: Date): Promise<void> {
    if (doubts.length === 0) return;
    const rows = doubts.map(({ person, why, candidates }) => ({
      id: newId(),
      why,
      name: person.name,
      number: person.number,
      kind: person.kind ?? 'student',
      section: person.place?.section ?? null,
      entry_year: person.place?.entryYear ?? null,
      class_no: person.place?.classNo ?? null,
      candidates,
    }));
    await this.session.rows(
      `insert into roster_doubt as d (id, school_id, why, name, number, kind, section, entry_year, class_no, candidates, status,
         found_at, version)
       select distinct on (name, kind, coalesce(number, '')) id, $1::uuid, why, name, number, kind, section, entry_year, class_no,
         candidates, 'open', $3, 1
       from jsonb_to_recordset($2::jsonb) as t(id uuid, why text, name text, number text, kind text, section text,
         entry_year int, class_no int, candidates uuid[])
       on conflict (school_id, name, kind, coalesce(number, '')) where status = 'open' do update set why = excluded.why,
         section = excluded.section, entry_year = excluded.entry_year, class_no = excluded.class_no,
         candidates = excluded.candidates, version = d.version + 1
       where (d.section, d.entry_year, d.class_no, d.candidates)
         is distinct from (excluded.section, excluded.entry_year, excluded.class_no, excluded.candidates)`,
      [schoolId, JSON.stringify(rows), at],
    );
  }

  /** Locked until the end of the transaction. */
  async locked(id: string): Promise<KeptDoubt | null> {
    const [row] = await this.session.rows<Row>('select * from roster_doubt where id = $1 for no key update', [
      id,
    ]);
    return row === undefined ? null : toDoubt(row);
  }

  async decide(
    id: string,
    to: {
      readonly status: Exclude<DoubtState, 'open'>;
      readonly readerId: ReaderId | null;
      readonly before: ReaderBefore | null;
    },
    by: string,
    at: Date,
  ): Promise<void> {
    await this.session.rows(
      `update roster_doubt set status = $2, reader_id = $3, old_name = $4, old_kind = $5, old_class_id = $6, was_active = $7,
         decided_by = $8, decided_at = $9, version = version + 1 where id = $1`,
      [
        id,
        to.status,
        to.readerId,
        to.before?.name ?? null,
        to.before?.kind ?? null,
        to.before?.classId ?? null,
        to.before?.wasActive ?? null,
        by,
        at,
      ],
    );
  }

  /** False when another list has asked the same meanwhile; the transaction is then lost. */
  async reopen(id: string): Promise<boolean> {
    try {
      await this.session.rows(
        `update roster_doubt set status = 'open', reader_id = null, old_name = null, old_kind = null, old_class_id = null,
           was_active = null, decided_by = null, decided_at = null, version = version + 1 where id = $1`,
        [id],
      );
      return true;
    } catch (error) {
      if (violatedUnique(error) === 'roster_doubt_once') return false;
      throw error;
    }
  }

  /** Whether a reader has anything on loan. */
  async hasLoans(readerId: ReaderId): Promise<boolean> {
    const rows = await this.session.rows(
      'select 1 from known_loan where reader_id = $1 and is_open limit 1',
      [readerId],
    );
    return rows.length > 0;
  }
}
