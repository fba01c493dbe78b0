import { statement, type Session } from '@shulian/service-kit';
import type {
  CalendarDay,
  ContestId,
  ContestPrizeId,
  ReaderId,
  SchoolClassId,
  SchoolId,
} from '@shulian/contracts/ids';
import type { PrizeLevel } from '../rules/contest.js';

export type Prize = {
  readonly id: ContestPrizeId;
  readonly version: number;
  readonly contestId: ContestId;
  readonly schoolId: SchoolId;
  readonly readerId: ReaderId | null;
  readonly classId: SchoolClassId | null;
  readonly level: PrizeLevel;
};
export type Winner = Pick<Prize, 'readerId' | 'classId' | 'level'> & {
  readonly entryId: string;
  readonly place: number;
  /** Of a prize that was given for the work before. */
  readonly certificate: string | null;
};

const RETURNED = `id, version, contest_id as "contestId", school_id as "schoolId", reader_id as "readerId",
  class_id as "classId", level`;
const WINNERS = `select e.id as "entryId", e.reader_id as "readerId", e.class_id as "classId", e.level, e.place, p.certificate
  from contest_entry e left join contest_prize p on p.entry_id = e.id
  where e.contest_id = $1 and e.status = 'handed-in' and e.level is not null order by e.place, e.id`;
const NUMBERS = `insert into contest_certificate_year as y (school_id, year, last_number) values ($1, $2, $3)
  on conflict (school_id, year) do update set last_number = y.last_number + $3 returning last_number as "lastNumber"`;
/** What was granted before for the same work keeps its id and its number. */
const GRANT = statement(
  'contestPrizes.grant',
  `insert into contest_prize as p (id, version, contest_id, entry_id, school_id, reader_id, class_id, level, place, certificate, status,
     granted_on)
   select g.id, 1, $1, g."entryId", $2, g."readerId", g."classId", g.level, g.place, g.certificate, 'granted', $4
   from jsonb_to_recordset($3::jsonb) as g(id uuid, "entryId" uuid, "readerId" uuid, "classId" uuid, level text, place int,
     certificate text)
   on conflict (entry_id) do update set version = p.version + 1, level = excluded.level, place = excluded.place, status = 'granted',
     granted_on = excluded.granted_on
   returning ${RETURNED}`,
);
const WITHDRAW = statement(
  'contestPrizes.withdraw',
  `update contest_prize set version = version + 1, status = 'withdrawn' where contest_id = $1 and status = 'granted'
   returning ${RETURNED}`,
);

export class ContestPrizesRepository {
  constructor(private readonly session: Session) {}

  winners(contestId: ContestId): Promise<Winner[]> {
    return this.session.rows<Winner>(WINNERS, [contestId]);
  }

  /** The first of so many numbers of a school and year; two contests that are published at once take turns. */
  async nextCertificate(schoolId: SchoolId, year: number, count: number): Promise<number> {
    const [row] = await this.session.rows<{ lastNumber: number }>(NUMBERS, [schoolId, year, count]);
    return (row?.lastNumber ?? 0) - count + 1;
  }

  grant(
    contestId: ContestId,
    schoolId: SchoolId,
    winners: readonly (Winner & { readonly id: ContestPrizeId })[],
    on: CalendarDay,
  ): Promise<Prize[]> {
    return this.session.rows<Prize>(GRANT, [contestId, schoolId, JSON.stringify(winners), on]);
  }

  withdraw(contestId: ContestId): Promise<Prize[]> {
    return this.session.rows<Prize>(WITHDRAW, [contestId]);
  }
}
