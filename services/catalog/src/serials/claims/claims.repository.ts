import { statement, type Session } from '@shulian/service-kit';
import type { CalendarDay, SchoolId, VendorId } from '@shulian/contracts/ids';
import type { ClaimOutcome, MissingState } from '../rules/claim.js';
import { missingAt } from './claim.row.js';
import type { MissingView } from './claims.http.js';

/** Claimed before and not ended, it is claimed once more; what ended stays as it is. */
const CLAIM = statement(
  'claims.claim',
  `insert into serial_claim as k (id, school_id, issue_id, copies, vendor_id, note, claimed_on, last_claimed_on, claimed_by)
   select w.id, $1, m."issueId", m.copies,
     coalesce($4::uuid, (select r.vendor_id from subscription_round r where r.school_id = $1 and r.year = m.year)), $5, $3, $3, $6
   from (${missingAt('$1', '$3')}) m
   join jsonb_to_recordset($2::jsonb) as w(id uuid, "issueId" uuid) on w."issueId" = m."issueId"
   where m.state in ('missing', 'claimed') and m.copies > 0 order by m."issueId"
   on conflict on constraint serial_claim_once do update set times = k.times + 1, last_claimed_on = excluded.last_claimed_on,
     copies = excluded.copies, vendor_id = excluded.vendor_id, note = coalesce(excluded.note, k.note)
     where k.state = 'claimed'
   returning issue_id as id`,
);
const LOCK = statement(
  'claims.lock',
  `select id, school_id as "schoolId", issue_id as "issueId", state from serial_claim where id = $1 for update`,
);
const END = statement(
  'claims.end',
  `update serial_claim set state = $2, ended_on = $3, ended_by = $4, refund_fen = $5, note = coalesce($6, note) where id = $1`,
);
const REOPEN = statement(
  'claims.reopen',
  `update serial_claim set state = 'claimed', ended_on = null, ended_by = null, refund_fen = null where id = $1`,
);
const VIEW = statement('claims.view', `select * from (${missingAt('$1', '$2')}) m where m."issueId" = $3`);

type Claim = {
  readonly id: string;
  readonly schoolId: SchoolId;
  readonly issueId: string;
  readonly state: Exclude<MissingState, 'missing'>;
};

/** What was claimed because it did not come. */
export class ClaimsRepository {
  constructor(private readonly session: Session) {}

  /** @returns the issues that were claimed */
  async claim(
    schoolId: SchoolId,
    issues: readonly { readonly id: string; readonly issueId: string }[],
    how: {
      readonly on: CalendarDay;
      readonly by: string;
      readonly vendorId: VendorId | null;
      readonly note: string | null;
    },
  ): Promise<ReadonlySet<string>> {
    const values = [schoolId, JSON.stringify(issues), how.on, how.vendorId, how.note, how.by];
    const rows = await this.session.rows<{ id: string }>(CLAIM, values);
    return new Set(rows.map(({ id }) => id));
  }

  async locked(id: string): Promise<Claim | null> {
    return (await this.session.rows<Claim>(LOCK, [id]))[0] ?? null;
  }

  async end(
    id: string,
    outcome: ClaimOutcome,
    how: {
      readonly on: CalendarDay;
      readonly by: string;
      readonly refundFen: number | null;
      readonly note: string | null;
    },
  ): Promise<void> {
    await this.session.rows(END, [id, outcome, how.on, how.by, how.refundFen, how.note]);
  }

  async reopen(id: string): Promise<void> {
    await this.session.rows(REOPEN, [id]);
  }

  async view({ schoolId, issueId }: Claim, today: CalendarDay): Promise<MissingView> {
    const [view] = await this.session.rows<MissingView>(VIEW, [schoolId, today, issueId]);
    if (view === undefined) throw new Error('the claim is gone');
    return view;
  }
}
