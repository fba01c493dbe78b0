import { Injectable } from '@nestjs/common';
import {
  afterCursor,
  allOf,
  Clock,
  Database,
  Lists,
  numberAfter,
  pageOf,
  queryId,
  sql,
  unknownThing,
  words,
  type Caller,
  type ListAsked,
  type Page,
  type Sql,
} from '@shulian/service-kit';
import { eResourceViews, publishedViews, TERM_LINES } from './e-resource.row.js';
import type {
  EResourcesAsked,
  EResourceView,
  PublishedEResourcesAsked,
  PublishedEResourceView,
  RenewalsAsked,
} from './e-resources.http.js';
import type { TermLineView } from './terms.http.js';

/** Of a school there are its own, and those of the county. */
const seenAt = (schoolId: string | null): Sql[] =>
  schoolId === null ? [] : [sql`(r.school_id = ${schoolId} or r.school_id is null)`];
const afterId = (cursor: string | undefined): Sql[] => {
  const after = afterCursor(cursor, 1);
  const id = after === null ? undefined : queryId('cursor', String(after[0]));
  return id === undefined ? [] : [sql`r.id < ${id}`];
};
const byId = ({ id }: { readonly id: string }): readonly [string] => [id];

/** The register of electronic resources, what of it wants to be renewed, and what readers see. */
@Injectable()
export class EResourcesQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 also for one of another school; those of the county are for all */
  async byId(caller: Caller, id: string): Promise<EResourceView> {
    const statement = eResourceViews(this.clock.today(), sql`r.id = ${id}`);
    const [resource] = await this.database.rows<EResourceView>(...statement.numbered());
    if (resource === undefined) throw unknownThing();
    if (resource.schoolId !== null && !caller.mayWorkAt(resource.schoolId)) throw unknownThing();
    return resource;
  }

  async find(asked: EResourcesAsked, schoolId: string | null): Promise<Page<EResourceView>> {
    const today = this.clock.today();
    const { kind, state } = asked;
    const whose = allOf([
      ...seenAt(schoolId),
      ...afterId(asked.cursor),
      ...(kind === undefined ? [] : [sql`r.kind = ${kind}`]),
      ...(state === 'ended' ? [sql`r.ended_on is not null`] : []),
      ...(state === 'expired' ? [sql`r.ended_on is null and r.ends_on < ${today}`] : []),
      ...(state === 'running'
        ? [sql`r.ended_on is null and (r.ends_on is null or r.ends_on >= ${today})`]
        : []),
    ]);
    const statement = sql`${eResourceViews(today, whose)} order by r.id desc limit ${asked.limit + 1}`;
    const rows = await this.lists.rows<EResourceView>(...statement.numbered());
    return pageOf(rows, asked.limit, (row) => row, byId);
  }

  /** What ends within so many days or has ended, and nobody has renewed or ended: the nearest first. */
  async renewals(asked: RenewalsAsked, schoolId: string | null): Promise<Page<EResourceView>> {
    const today = this.clock.today();
    const after = afterCursor(asked.cursor, 2);
    const whose = allOf([
      sql`r.ended_on is null and r.ends_on <= ${today}::date + ${asked.within}::int`,
      ...(schoolId === null ? [] : [sql`r.school_id = ${schoolId}`]),
      ...(after === null ? [] : [sql`(r.ends_on, r.id) > (${after[0]}::date, ${after[1]}::uuid)`]),
    ]);
    const statement = sql`${eResourceViews(today, whose)} order by r.ends_on, r.id limit ${asked.limit + 1}`;
    const rows = await this.lists.rows<EResourceView>(...statement.numbered());
    return pageOf(
      rows,
      asked.limit,
      (row) => row,
      ({ endsOn, id }) => [endsOn ?? '', id],
    );
  }

  async lines(id: string, asked: ListAsked): Promise<Page<TermLineView>> {
    const statement = sql`${words(TERM_LINES)} where l.resource_id = ${id} and l.number > ${numberAfter(asked.cursor)}
      order by l.number limit ${asked.limit + 1}`;
    const rows = await this.lists.rows<TermLineView>(...statement.numbered());
    return pageOf(
      rows,
      asked.limit,
      (row) => row,
      ({ number }) => [number],
    );
  }

  async published(
    asked: PublishedEResourcesAsked,
    schoolId: string | null,
  ): Promise<Page<PublishedEResourceView>> {
    const { kind, subject, grade } = asked;
    const whose = allOf([
      ...seenAt(schoolId),
      ...afterId(asked.cursor),
      ...(kind === undefined ? [] : [sql`r.kind = ${kind}`]),
      ...(subject === undefined ? [] : [sql`(r.subject = ${subject.trim()} or r.subject is null)`]),
      ...(grade === undefined ? [] : [sql`${grade}::int between r.first_grade and r.last_grade`]),
    ]);
    const statement = sql`${publishedViews(whose)} order by r.id desc limit ${asked.limit + 1}`;
    const rows = await this.lists.rows<PublishedEResourceView>(...statement.numbered());
    return pageOf(rows, asked.limit, (row) => row, byId);
  }

  /** @throws Problem 404 for what readers of the caller's school do not see */
  async publishedById(caller: Caller, id: string): Promise<PublishedEResourceView> {
    const statement = publishedViews(sql`r.id = ${id}`);
    const [resource] = await this.database.rows<PublishedEResourceView>(...statement.numbered());
    if (resource === undefined) throw unknownThing();
    if (resource.schoolId !== null && !caller.mayWorkAt(resource.schoolId)) throw unknownThing();
    return resource;
  }
}
