import { statement, type Session } from '@shulian/service-kit';
import type { SchoolId, TitleId } from '@shulian/contracts/ids';
import type {
  HeldChange,
  Holder,
  HolderKind,
  StockChange,
  StockChanges,
  TeachingLine,
} from './rules/teaching-line.js';

/** The unique constraint a second counter-line runs into. */
export const COUNTERED_ONCE = 'teaching_line_countered_once';

/** Made where it is missing, then locked, in the order of the titles: two who write the same ones come one after the other. */
const LOCK_STOCK = statement(
  'teachingStock.lockStock',
  `insert into teaching_stock as s (school_id, title_id) select $1, u.id from unnest($2::uuid[]) as u(id) order by u.id
   on conflict (school_id, title_id) do update set on_hand = s.on_hand returning title_id as "titleId", on_hand as quantity`,
);
const MOVE_STOCK = statement(
  'teachingStock.moveStock',
  `update teaching_stock s set on_hand = s.on_hand + m.by
   from unnest($2::uuid[], $3::int[]) as m(title_id, by) where s.school_id = $1 and s.title_id = m.title_id`,
);
const LOCK_HELD = statement(
  'teachingStock.lockHeld',
  `insert into teaching_holding as h (school_id, title_id, holder_kind, holder, quantity)
   select $1::uuid, m.title_id, m.kind, m.holder, 0 from unnest($2::uuid[], $3::text[], $4::text[]) as m(title_id, kind, holder)
   on conflict (school_id, holder_kind, holder, title_id) do update set quantity = h.quantity
   returning title_id as "titleId", holder_kind as kind, holder as ref, quantity`,
);
const MOVE_HELD = statement(
  'teachingStock.moveHeld',
  `update teaching_holding h set quantity = h.quantity + m.by
   from unnest($2::uuid[], $3::text[], $4::text[], $5::int[]) as m(title_id, kind, holder, by)
   where h.school_id = $1 and h.title_id = m.title_id and h.holder_kind = m.kind and h.holder = m.holder`,
);
const ADD = statement(
  'teachingStock.add',
  `insert into teaching_line (id, school_id, title_id, term_id, what, quantity, holder_kind, holder, on_day, note, by_whom, counter_of)
   select l.id, $1, l."titleId", l."termId", l.what, l.quantity, l.holder->>'kind', l.holder->>'ref', l."onDay", l.note, l.by, l."counterOf"
   from jsonb_to_recordset($2::jsonb) as l(id uuid, "titleId" uuid, "termId" uuid, what text, quantity int, holder jsonb, "onDay" date,
     note text, by text, "counterOf" uuid)`,
);
const LINE = statement(
  'teachingStock.line',
  `select id, school_id as "schoolId", title_id as "titleId", term_id as "termId", what, quantity, holder_kind as kind, holder as ref,
     on_day::text as "onDay", note, by_whom as by, counter_of as "counterOf",
     exists (select from teaching_line c where c.counter_of = l.id) as countered
   from teaching_line l where id = $1`,
);
const TERM = statement(
  'teachingStock.term',
  'select exists (select from known_term where term_id = $2 and school_id = $1) as known',
);

/** What there is before the lines are written, locked to the end of the transaction. */
export type PresentStock = {
  onHand(titleId: TitleId): number;
  held(titleId: TitleId, holder: Holder): number;
};

/** Teaching material of schools: its lines, what is on hand, who has what. */
export class TeachingStockRepository {
  constructor(private readonly session: Session) {}

  async locked(schoolId: SchoolId, { stock, held }: StockChanges): Promise<PresentStock> {
    type Quantity = { titleId: TitleId; quantity: number };
    const onHand = await this.session.rows<Quantity>(LOCK_STOCK, [
      schoolId,
      stock.map(({ titleId }) => titleId),
    ]);
    const out = await this.session.rows<Quantity & Holder>(LOCK_HELD, [schoolId, ...columnsOf(held)]);
    return {
      onHand: (titleId) => onHand.find((row) => row.titleId === titleId)?.quantity ?? 0,
      held: (titleId, { kind, ref }) =>
        out.find((row) => row.titleId === titleId && row.kind === kind && row.ref === ref)?.quantity ?? 0,
    };
  }

  /** Writes lines of one school and what they do together; who calls has locked it. */
  async write(
    schoolId: SchoolId,
    lines: readonly TeachingLine[],
    { stock, held }: StockChanges,
  ): Promise<void> {
    const by = (changes: readonly StockChange[]): number[] => changes.map((change) => change.by);
    await this.session.rows(MOVE_STOCK, [schoolId, stock.map(({ titleId }) => titleId), by(stock)]);
    await this.session.rows(MOVE_HELD, [schoolId, ...columnsOf(held), by(held)]);
    await this.session.rows(ADD, [schoolId, JSON.stringify(lines)]);
  }

  async line(id: string): Promise<(TeachingLine & { readonly countered: boolean }) | null> {
    type Row = TeachingLine & { kind: HolderKind | null; ref: string | null; countered: boolean };
    const [row] = await this.session.rows<Row>(LINE, [id]);
    if (row === undefined) return null;
    const { kind, ref, ...line } = row;
    return { ...line, holder: kind === null || ref === null ? null : { kind, ref } };
  }

  async hasTerm(schoolId: SchoolId, termId: string): Promise<boolean> {
    const [row] = await this.session.rows<{ known: boolean }>(TERM, [schoolId, termId]);
    return row?.known === true;
  }
}

const columnsOf = (held: readonly HeldChange[]): string[][] => [
  held.map(({ titleId }) => titleId),
  held.map(({ holder }) => holder.kind),
  held.map(({ holder }) => holder.ref),
];
