import { Injectable } from '@nestjs/common';
import { reachesSchool } from '@shulian/contracts/access';
import type { SchoolId } from '@shulian/contracts/ids';
import {
  afterCursor,
  allOf,
  Database,
  idAfter,
  Lists,
  pageOf,
  sql,
  unknownThing,
  words,
  type Caller,
  type Page,
  type Sql,
} from '@shulian/service-kit';
import { seesPack } from './rules/who-sees-packs.js';
import {
  DIFFERENCE,
  PACK_SUMMARY,
  packLineColumns,
  withHolder,
  type PackLineRow,
  type PackSummaryRow,
} from './textbook-pack.row.js';
import type {
  PackLineView,
  TextbookPackLinesAsked,
  TextbookPackLineView,
  TextbookPacksAsked,
  TextbookPackSummary,
  TextbookPackView,
  TextbookProgressAsked,
  TextbookProgressView,
} from './textbook-packs.http.js';

type Narrowed = Omit<TextbookProgressAsked, 'schoolId'> & { readonly status?: string };

/** Packs of textbooks: how far they are, what is in them, where they differ. */
@Injectable()
export class TextbookPacksQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** @throws Problem 404 out of reach */
  async one(caller: Caller, id: string): Promise<TextbookPackView> {
    const [row] = await this.database.rows<PackSummaryRow>(`${PACK_SUMMARY} where p.id = $1`, [id]);
    if (row === undefined) throw unknownThing();
    const pack = withHolder(row);
    if (!seesPack(caller.reach, pack)) throw unknownThing();
    const lines = await this.database.rows<PackLineView>(
      `select ${packLineColumns} from textbook_pack_line l join textbook b on b.id = l.textbook_id
       where l.pack_id = $1 order by b.kind desc, b.name, b.id`,
      [id],
    );
    return { ...pack, lines };
  }

  async list(
    caller: Caller,
    input: TextbookPacksAsked,
    schoolId: SchoolId,
  ): Promise<Page<TextbookPackSummary>> {
    const after = idAfter(input.cursor);
    const conditions = [
      ...narrowed(caller, input, schoolId),
      ...(after === null ? [] : [sql`p.id > ${after}`]),
    ];
    const rows = await this.lists.rows<PackSummaryRow>(
      ...sql`${words(PACK_SUMMARY)} where ${allOf(conditions)} order by p.id limit ${input.limit + 1}`.numbered(),
    );
    return pageOf(rows, input.limit, withHolder, ({ id }) => [id]);
  }

  async lines(
    caller: Caller,
    input: TextbookPackLinesAsked,
    schoolId: SchoolId,
  ): Promise<Page<TextbookPackLineView>> {
    const place = afterCursor(input.cursor, 2);
    const conditions = [
      ...narrowed(caller, input, schoolId),
      ...(input.packId === undefined ? [] : [sql`p.id = ${input.packId}`]),
      ...(input.lines === 'different' ? [sql`${words(DIFFERENCE)} <> 0`] : []),
      ...(place === null ? [] : [sql`(l.pack_id, l.textbook_id) > (${place[0]}::uuid, ${place[1]}::uuid)`]),
    ];
    const rows = await this.lists.rows<PackLineRow>(
      ...sql`select l.pack_id as "packId", p.holder_kind as "holderKind", p.holder as ref, p.grade, p.pupils,
          p.hand_out_on::text as "handOutOn", ${words(packLineColumns)}
        from textbook_pack p join textbook_pack_line l on l.pack_id = p.id join textbook b on b.id = l.textbook_id
        where ${allOf(conditions)} order by l.pack_id, l.textbook_id limit ${input.limit + 1}`.numbered(),
    );
    return pageOf(rows, input.limit, withHolder, ({ packId, textbookId }) => [packId, textbookId]);
  }

  async progress(
    caller: Caller,
    input: TextbookProgressAsked,
    schoolId: SchoolId,
  ): Promise<TextbookProgressView> {
    const [row] = await this.lists.rows<TextbookProgressView>(
      ...sql`select count(*) filter (where status = 'planned')::int as planned, count(*) filter (where status = 'packed')::int as packed,
          count(*) filter (where status = 'issued')::int as issued, count(*) filter (where status = 'checked')::int as checked,
          coalesce(sum(of_plan), 0)::int as "volumesPlanned",
          coalesce(sum(of_issue) filter (where status in ('issued', 'checked')), 0)::int as "volumesIssued",
          coalesce(sum(of_check) filter (where status = 'checked'), 0)::int as "volumesReceived",
          count(*) filter (where differs)::int as differing
        from (
          select p.status, sum(l.planned) as of_plan, sum(coalesce(l.counted, l.planned)) as of_issue,
            sum(coalesce(l.received, l.counted, l.planned)) as of_check, bool_or(${words(DIFFERENCE)} <> 0) as differs
          from textbook_pack p join textbook_pack_line l on l.pack_id = p.id
          where ${allOf(narrowed(caller, input, schoolId))} group by p.id) packs`.numbered(),
    );
    if (row === undefined) throw new Error('a sum has one row');
    return row;
  }
}

/** Packs of a term that the caller sees: all of the school, or those of the own classes. */
const narrowed = ({ reach }: Caller, input: Narrowed, schoolId: SchoolId): Sql[] => [
  sql`p.school_id = ${schoolId} and p.term_id = ${input.termId}`,
  ...(reachesSchool(reach, schoolId)
    ? []
    : [sql`p.holder_kind = 'class' and p.holder = any(${[...reach.classes.keys()]}::text[])`]),
  ...(input.occasion === undefined ? [] : [sql`p.occasion = ${input.occasion}`]),
  ...(input.status === undefined ? [] : [sql`p.status = ${input.status}`]),
  ...(input.handOutOn === undefined ? [] : [sql`p.hand_out_on = ${input.handOutOn}::date`]),
];
