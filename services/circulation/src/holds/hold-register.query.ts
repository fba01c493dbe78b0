import { Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import { allOf, Clock, idAfter, Lists, pageOf, sql, type Page, type Sql } from '@shulian/service-kit';
import type { HoldRegisterAsked, HoldRegisterLine } from './hold-register.http.js';

type Row = Omit<HoldRegisterLine, 'placedOn' | 'placedAt'> & { readonly placedAt: Date };

/** Who reserved what at a school, in the order in which they came: the register that is kept and printed (CIR-052). */
@Injectable()
export class HoldRegisterQuery {
  constructor(
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  async lines(input: HoldRegisterAsked, schoolId: SchoolId): Promise<Page<HoldRegisterLine>> {
    const after = idAfter(input.cursor);
    const { zone } = this.clock;
    const conditions: Sql[] = [
      sql`h.pickup_school_id = ${schoolId}`,
      ...(input.readerKind === undefined ? [] : [sql`r.kind = ${input.readerKind}`]),
      ...(input.copyKind === undefined ? [] : [sql`coalesce(k.kind, t.kind) = ${input.copyKind}`]),
      ...(input.status === undefined ? [] : [sql`h.status = ${input.status}`]),
      ...(input.from === undefined
        ? []
        : [sql`h.placed_at >= ${input.from}::date::timestamp at time zone ${zone}`]),
      ...(input.to === undefined
        ? []
        : [sql`h.placed_at < (${input.to}::date + 1)::timestamp at time zone ${zone}`]),
      ...(after === null ? [] : [sql`h.id > ${after}`]),
    ];
    const rows = await this.lists.rows<Row>(
      ...sql`select h.id, h.placed_at as "placedAt", h.reader_id as "readerId", r.kind as "readerKind", h.title_id as "titleId", kt.title,
          coalesce(k.kind, t.kind) as kind, coalesce(k.call_number, t.call_number) as "callNumber", k.barcode as "copyBarcode", h.status,
          case when h.status = 'waiting' then (
            select count(*)::int from hold o where o.title_id = h.title_id and o.pickup_school_id = h.pickup_school_id
              and o.status = 'waiting' and (o.placed_at, o.id) <= (h.placed_at, h.id)) end as position,
          h.ready_on::text as "readyOn", h.pick_up_by_on::text as "pickUpByOn", h.ended_on::text as "endedOn"
        from hold h
        left join known_reader r on r.reader_id = h.reader_id
        left join known_title kt on kt.title_id = h.title_id
        left join known_copy k on k.copy_id = coalesce(h.copy_id, h.wanted_copy_id)
        left join lateral (
          select kind, call_number from known_copy c where c.title_id = h.title_id and c.school_id = h.pickup_school_id
          order by c.copy_id limit 1) t on true
        where ${allOf(conditions)} order by h.id limit ${input.limit + 1}`.numbered(),
    );
    return pageOf(
      rows,
      input.limit,
      ({ placedAt, ...row }) => ({
        ...row,
        placedOn: this.clock.dayOf(placedAt),
        placedAt: placedAt.toISOString(),
      }),
      ({ id }) => [id],
    );
  }
}
