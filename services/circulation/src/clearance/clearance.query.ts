import { Injectable } from '@nestjs/common';
import { reachesReader, reachesSchool } from '@shulian/contracts/access';
import type { SchoolId } from '@shulian/contracts/ids';
import {
  conflict,
  idAfter,
  invalid,
  Lists,
  pageOf,
  refuseCursor,
  unknownThing,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import { CLEARANCE_ROW } from './clearance.row.js';
import type {
  ClearanceCheckAsked,
  ClearanceClassesAsked,
  ClearanceClass,
  ClearanceListAsked,
  ClearanceView,
  ReaderCheck,
} from './clearance.http.js';
import { missingOf, type ClearanceFacts } from './rules/clearance.js';

export type ClearanceRow = Omit<ClearanceView, 'outstanding'> & ClearanceFacts;

const LIST = `select * from (${CLEARANCE_ROW}
    where c.school_id = $1 and ($2::uuid is null or c.id > $2) and ($3::uuid is null or c.class_id = $3)
      and ($4::text is null or c.state = $4) and ($5::uuid[] is null or c.class_id = any($5))) one
  where $6::text is null or case $6 when 'loans' then one."openLoans" > 0 when 'debts' then one.debts > 0
    when 'card' then one."cardOut" else one."filesOut" end
  order by one.id limit $7`;
const CLASSES = `select c.class_id as "classId", count(*)::int as readers, (count(*) filter (where c.state = 'cleared'))::int as cleared,
    (count(*) filter (where c.state = 'open' and b.open_loans > 0))::int as "withLoans",
    (count(*) filter (where c.state = 'open' and b.compensations_owed > 0))::int as "withDebts"
  from clearance c left join borrower b on b.borrower_id = c.reader_id where c.school_id = $1
  group by c.class_id order by c.class_id nulls last`;
const CHECK = `select r.reader_id as "readerId", r.school_id as "schoolId", r.class_id as "classId", coalesce(b.open_loans, 0) as "openLoans",
    coalesce(b.compensations_owed, 0) as debts, c.id as "clearanceId", c.cleared_on::text as "clearedOn",
    c.card_in_on is null and exists (select from known_card k where k.reader_id = r.reader_id and k.status = 'active') as "cardOut",
    coalesce(c.with_files and c.files_in_on is null, false) as "filesOut"
  from known_reader r left join borrower b on b.borrower_id = r.reader_id left join clearance c on c.reader_id = r.reader_id
  where r.reader_id = $1`;

export const toClearance = ({ cardOut, filesOut, ...row }: ClearanceRow): ClearanceView => ({
  ...row,
  outstanding: row.state === 'cleared' ? [] : missingOf({ ...row, cardOut, filesOut }),
});

/** Who is cleared, and what is missing of the others (CIR-087). */
@Injectable()
export class ClearanceQuery {
  constructor(private readonly lists: Lists) {}

  /** @throws Problem 404 for a reader out of reach */
  async check(caller: Caller, { readerId }: ClearanceCheckAsked): Promise<ReaderCheck> {
    const [row] = await this.lists.rows<ReaderCheck & ClearanceFacts & { readonly classId: string | null }>(
      CHECK,
      [readerId],
    );
    if (row === undefined || !reachesReader(caller.reach, row)) throw unknownThing();
    const { cardOut, filesOut, classId: _class, ...shown } = row;
    const outstanding = missingOf({ ...shown, cardOut, filesOut });
    return { ...shown, isClear: outstanding.length === 0, outstanding };
  }

  async list(caller: Caller, input: ClearanceListAsked, schoolId: SchoolId): Promise<Page<ClearanceView>> {
    const { reach } = caller;
    const rows = await this.lists.rows<ClearanceRow>(LIST, [
      schoolId,
      idAfter(input.cursor),
      input.classId ?? null,
      input.state ?? null,
      reachesSchool(reach, schoolId) ? null : [...reach.classes.keys()],
      input.missing ?? null,
      input.limit + 1,
    ]);
    return pageOf(rows, input.limit, toClearance, ({ id }) => [id]);
  }

  /** A school has some hundred classes at most: they come on one page. */
  async classes(input: ClearanceClassesAsked, schoolId: SchoolId): Promise<Page<ClearanceClass>> {
    refuseCursor(input.cursor);
    return { items: await this.lists.rows<ClearanceClass>(CLASSES, [schoolId]), nextCursor: null };
  }

  /** @throws Problem 404 out of reach, 409 `clearance.open` */
  async certificate(caller: Caller, id: string, cursor: string | undefined): Promise<Page<ClearanceView>> {
    if (cursor !== undefined && cursor !== '') throw invalid({ pointer: '?cursor', code: 'malformed' });
    const [row] = await this.lists.rows<ClearanceRow>(`${CLEARANCE_ROW} where c.id = $1`, [id]);
    if (row === undefined || !reachesReader(caller.reach, row)) throw unknownThing();
    if (row.state !== 'cleared') throw conflict('clearance.open');
    return { items: [toClearance(row)], nextCursor: null };
  }
}
