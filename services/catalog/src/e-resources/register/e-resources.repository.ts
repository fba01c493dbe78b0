import { sql, statement, type Session } from '@shulian/service-kit';
import type { CalendarDay } from '@shulian/contracts/ids';
import type { EResource, Term, TermLineKind } from '../rules/e-resource.js';
import { eResourceTable, eResourceViews, TERM_LINES } from './e-resource.row.js';
import type { EResourceView } from './e-resources.http.js';
import type { TermLineView } from './terms.http.js';

const TERMS = statement(
  'e-resources.terms',
  `select l.starts_on::text as "startsOn", l.ends_on::text as "endsOn" from e_resource_line l
   where l.resource_id = $1 and l.kind in ('subscription', 'renewal')
     and not exists (select from e_resource_line c where c.corrects = l.id) order by l.starts_on`,
);
const LINE = statement(
  'e-resources.line',
  `select id, resource_id as "resourceId", kind, starts_on::text as "startsOn", ends_on::text as "endsOn", cost_fen::float8 as "costFen",
     quota from e_resource_line where id = $1`,
);
const ADDED_WITHIN = statement(
  'e-resources.addedWithin',
  `select 1 from e_resource_line l where l.resource_id = $1 and l.kind = 'add-on' and l.starts_on >= $2
     and ($3::date is null or l.starts_on <= $3) and not exists (select from e_resource_line c where c.corrects = l.id) limit 1`,
);
const ENTER = statement(
  'e-resources.enter',
  `insert into e_resource_line (id, resource_id, number, kind, starts_on, ends_on, cost_fen, quota, document_number, note, corrects,
     entered_on, entered_by)
   select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12 from e_resource_line where resource_id = $2`,
);
const LINE_VIEW = statement('e-resources.lineView', `${TERM_LINES} where l.id = $1`);
const USED = statement(
  'e-resources.used',
  `select exists (select from e_resource_line where resource_id = $1) or exists (select from feature_entry where resource_id = $1)
     or exists (select from e_book_line where resource_id = $1) or exists (select from bibliography_entry where resource_id = $1) as used`,
);
const REMOVE = statement('e-resources.remove', 'delete from e_resource where id = $1');

/** A line of a resource as it is kept. */
export type TermLine = {
  readonly id: string;
  readonly resourceId: string;
  readonly kind: TermLineKind;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly costFen: number;
  readonly quota: number | null;
};
type Entering = TermLine & {
  readonly documentNumber: string | null;
  readonly note: string | null;
  readonly corrects: string | null;
};

/** Electronic resources and their lines; the resource is locked before anything of it is written. */
export class EResourcesRepository {
  constructor(private readonly session: Session) {}

  async add(resource: EResource): Promise<void> {
    await this.session.manager.insert(eResourceTable, resource);
  }

  /** Locked to the end of the transaction. */
  locked(id: string): Promise<EResource | null> {
    return this.session.manager.findOne(eResourceTable, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** As it is; it cannot be removed to the end of the transaction. */
  kept(id: string): Promise<EResource | null> {
    return this.session.manager.findOne(eResourceTable, {
      where: { id },
      lock: { mode: 'pessimistic_read' },
    });
  }

  async change(resource: EResource): Promise<void> {
    await this.session.manager.update(eResourceTable, { id: resource.id }, resource);
  }

  /** Subscriptions and renewals that count. */
  terms(id: string): Promise<Term[]> {
    return this.session.rows<Term>(TERMS, [id]);
  }

  async line(id: string): Promise<TermLine | null> {
    return (await this.session.rows<TermLine>(LINE, [id]))[0] ?? null;
  }

  /** Whether more quota was bought within a term. */
  async addedWithin(id: string, { startsOn, endsOn }: Term): Promise<boolean> {
    return (await this.session.rows(ADDED_WITHIN, [id, startsOn, endsOn])).length > 0;
  }

  async enter(line: Entering, on: CalendarDay, by: string): Promise<void> {
    const { id, resourceId, kind, startsOn, endsOn, costFen, quota, documentNumber, note, corrects } = line;
    const values = [
      id,
      resourceId,
      kind,
      startsOn,
      endsOn,
      costFen,
      quota,
      documentNumber,
      note,
      corrects,
      on,
      by,
    ];
    await this.session.rows(ENTER, values);
  }

  /** Whether terms, entries, e-books or booklists hang on it. */
  async isUsed(id: string): Promise<boolean> {
    return (await this.session.rows<{ used: boolean }>(USED, [id]))[0]?.used ?? false;
  }

  async remove(id: string): Promise<void> {
    await this.session.rows(REMOVE, [id]);
  }

  async view(id: string, today: CalendarDay): Promise<EResourceView> {
    const [view] = await this.session.rows<EResourceView>(
      ...eResourceViews(today, sql`r.id = ${id}`).numbered(),
    );
    if (view === undefined) throw new Error('a resource that is there is shown');
    return view;
  }

  async lineView(id: string): Promise<TermLineView> {
    const [view] = await this.session.rows<TermLineView>(LINE_VIEW, [id]);
    if (view === undefined) throw new Error('a line that is there is shown');
    return view;
  }
}
