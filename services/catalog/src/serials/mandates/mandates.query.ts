import { Injectable } from '@nestjs/common';
import { afterCursor, Clock, Lists, pageOf, type Caller, type Page } from '@shulian/service-kit';
import { MANDATE_VIEW, PAYMENT_VIEW } from './mandate.row.js';
import type {
  ArrearsAsked,
  ArrearsView,
  MandatesAsked,
  MandateView,
  PaymentsAsked,
  PaymentView,
} from './mandates.http.js';

const MANDATES = `${MANDATE_VIEW} where ($1::int is null or m.year = $1) and ($2::uuid is null or m.id > $2)
  order by m.id limit $3`;
const PAYMENTS = `${PAYMENT_VIEW} where ($1::uuid is null or p.school_id = $1) and ($2::int is null or m.year = $2)
  and ($3::uuid is null or p.id > $3) order by p.id limit $4`;
/** Of each school and each mandate: when it was on an approved list in the copies wanted, and what was paid until when. */
const ARREARS = `with state as (
    select k.school_id, m.order_by, m.pay_by, m.copies::bigint * m.price_fen as due, o.approved_on,
      coalesce(p.fen, 0) as paid, coalesce(p.in_time, 0) as in_time
    from known_school k cross join serial_mandate m
    left join lateral (
      select r.approved_on from subscription_round r join subscription_line l on l.round_id = r.id
      where r.school_id = k.school_id and r.year = m.year and r.status = 'approved' and r.approved_on <= $2::date
        and l.title_id = m.title_id and l.verdict = 'accept'
      group by r.id having sum(l.copies) >= m.copies) o on true
    left join lateral (
      select sum(p.fen) as fen, sum(p.fen) filter (where p.paid_on <= m.pay_by) as in_time
      from mandate_payment p
      where p.mandate_id = m.id and p.school_id = k.school_id and p.paid_on <= $2::date
        and (p.reversed_on is null or p.reversed_on > $2::date)) p on true
    where m.year = $1 and (m.withdrawn_on is null or m.withdrawn_on > $2::date) and m.set_on <= $2::date
      and ($3::uuid is null or k.school_id = $3))
  select k.school_id as "schoolId", k.code as "schoolCode", k.name as school, count(*)::int as mandated,
    count(s.approved_on)::int as ordered,
    (count(*) filter (where s.approved_on <= s.order_by))::int as "orderedOnTime",
    sum(s.due)::float8 as "dueFen", sum(s.paid)::float8 as "paidFen", sum(greatest(s.due - s.paid, 0))::float8 as "owedFen",
    coalesce(sum(greatest(s.due - s.paid, 0)) filter (where s.pay_by < $2::date), 0)::float8 as "arrearsFen",
    (count(*) filter (where s.in_time >= s.due))::int as "paidOnTime",
    bool_and(coalesce(s.approved_on <= s.order_by, false) and s.in_time >= s.due) as commended
  from state s join known_school k on k.school_id = s.school_id
  where $5::text is null or (k.code, k.school_id) > ($5::text, $6::uuid)
  group by k.school_id
  having not $4 or coalesce(sum(greatest(s.due - s.paid, 0)) filter (where s.pay_by < $2::date), 0) > 0
  order by k.code, k.school_id limit $7`;

/** What schools have to take, what they paid, and how each stands. */
@Injectable()
export class MandatesQuery {
  constructor(
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  async find(asked: MandatesAsked): Promise<Page<MandateView>> {
    const values = [asked.year ?? null, afterCursor(asked.cursor, 1)?.[0] ?? null, asked.limit + 1];
    return this.byId(await this.lists.rows<MandateView>(MANDATES, values), asked.limit);
  }

  async payments(caller: Caller, asked: PaymentsAsked): Promise<Page<PaymentView>> {
    const rows = await this.lists.rows<PaymentView>(PAYMENTS, [
      caller.schoolOrCounty(asked.schoolId),
      asked.year ?? null,
      afterCursor(asked.cursor, 1)?.[0] ?? null,
      asked.limit + 1,
    ]);
    return this.byId(rows, asked.limit);
  }

  async arrears(caller: Caller, asked: ArrearsAsked): Promise<Page<ArrearsView>> {
    const today = this.clock.today();
    const after = afterCursor(asked.cursor, 2);
    const rows = await this.lists.rows<ArrearsView>(ARREARS, [
      asked.year ?? Number(today.slice(0, 4)),
      asked.on ?? today,
      caller.schoolOrCounty(asked.schoolId),
      asked.onlyArrears,
      after?.[0] ?? null,
      after?.[1] ?? null,
      asked.limit + 1,
    ]);
    return pageOf(
      rows,
      asked.limit,
      (row) => row,
      ({ schoolCode, schoolId }) => [schoolCode, schoolId],
    );
  }

  private byId<View extends { readonly id: string }>(rows: readonly View[], limit: number): Page<View> {
    return pageOf(
      rows,
      limit,
      (row) => row,
      ({ id }) => [id],
    );
  }
}
