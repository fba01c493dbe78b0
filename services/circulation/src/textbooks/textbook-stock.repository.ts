import { statement, type Session } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import type {
  Changes,
  HeldChange,
  Holder,
  HolderKind,
  Present,
  StockChange,
  TextbookLine,
} from './rules/textbook-line.js';
import { LINE_VIEW, toLineView, type LineRow } from './textbook-line.row.js';
import type { TextbookLineView } from './textbook-stock.http.js';

/** The unique constraint a second counter-line runs into. */
export const COUNTERED_ONCE = 'textbook_line_countered_once';

/** Made where it is missing, then locked, in the order of the ids: two who move the same ones come one after the other. */
const LOCK_STOCK = statement(
  'textbookStock.lockStock',
  `insert into textbook_stock as s (school_id, textbook_id) select $1, u.id from unnest($2::uuid[]) as u(id) order by u.id
   on conflict (school_id, textbook_id) do update set on_hand = s.on_hand
   returning textbook_id as "textbookId", on_hand as quantity`,
);
const MOVE_STOCK = statement(
  'textbookStock.moveStock',
  `update textbook_stock s set on_hand = s.on_hand + m.by
   from unnest($2::uuid[], $3::int[]) as m(textbook_id, by) where s.school_id = $1 and s.textbook_id = m.textbook_id`,
);
const LOCK_HELD = statement(
  'textbookStock.lockHeld',
  `insert into textbook_holding as h (school_id, textbook_id, holder_kind, holder, quantity)
   select $1::uuid, m.textbook_id, m.kind, m.holder, 0
   from unnest($2::uuid[], $3::text[], $4::text[]) as m(textbook_id, kind, holder)
   on conflict (school_id, holder_kind, holder, textbook_id) do update set quantity = h.quantity
   returning textbook_id as "textbookId", holder_kind as kind, holder as ref, quantity`,
);
const MOVE_HELD = statement(
  'textbookStock.moveHeld',
  `update textbook_holding h set quantity = h.quantity + m.by
   from unnest($2::uuid[], $3::text[], $4::text[], $5::int[]) as m(textbook_id, kind, holder, by)
   where h.school_id = $1 and h.textbook_id = m.textbook_id and h.holder_kind = m.kind and h.holder = m.holder`,
);
const ADD = statement(
  'textbookStock.add',
  `insert into textbook_line (id, school_id, textbook_id, term_id, what, occasion, quantity, holder_kind, holder, on_day, note,
     by_whom, document_id, counter_of)
   select l.id, $1, l."textbookId", l."termId", l.what, l.occasion, l.quantity, l.holder->>'kind', l.holder->>'ref', l."onDay",
     l.note, l.by, l."documentId", l."counterOf"
   from jsonb_to_recordset($2::jsonb) as l(id uuid, "textbookId" uuid, "termId" uuid, what text, occasion text, quantity int,
     holder jsonb, "onDay" date, note text, by text, "documentId" uuid, "counterOf" uuid)`,
);
const LINE = `select id, school_id as "schoolId", textbook_id as "textbookId", term_id as "termId", what, occasion, quantity,
     holder_kind as kind, holder as ref, on_day::text as "onDay", note, by_whom as by, document_id as "documentId",
     counter_of as "counterOf", exists (select from textbook_line c where c.counter_of = l.id) as countered
   from textbook_line l`;
const ONE = statement('textbookStock.line', `${LINE} where id = $1`);
const OF_DOCUMENT = statement(
  'textbookStock.linesOfDocument',
  `select o.* from (${LINE} where document_id = $1 and counter_of is null) o where not o.countered order by o.id`,
);
const VIEWS = statement('textbookStock.views', `${LINE_VIEW} where l.id = any($1::uuid[])`);

type KeptLine = TextbookLine & { readonly countered: boolean };
type Row = Omit<KeptLine, 'holder'> & { readonly kind: HolderKind | null; readonly ref: string | null };
const toLine = ({ kind, ref, ...line }: Row): KeptLine => ({
  ...line,
  holder: kind === null || ref === null ? null : { kind, ref },
});

/** Movements of textbooks, what is on hand, who has what. */
export class TextbookStockRepository {
  constructor(private readonly session: Session) {}

  /** What there is before lines are written, locked to the end of the transaction. */
  async locked(schoolId: SchoolId, { stock, held }: Changes): Promise<Present> {
    type Quantity = { textbookId: string; quantity: number };
    const ids = stock.map(({ textbookId }) => textbookId);
    const onHand = await this.session.rows<Quantity>(LOCK_STOCK, [schoolId, ids]);
    const out = await this.session.rows<Quantity & Holder>(LOCK_HELD, [schoolId, ...columnsOf(held)]);
    const stockOf = new Map(onHand.map(({ textbookId, quantity }) => [textbookId, quantity]));
    const heldOf = new Map(out.map((row) => [keyOf(row.textbookId, row), row.quantity]));
    return {
      onHand: (textbookId) => stockOf.get(textbookId) ?? 0,
      held: (textbookId, holder) => heldOf.get(keyOf(textbookId, holder)) ?? 0,
    };
  }

  /** Writes lines of one school and what they do together; who calls has locked it. */
  async write(schoolId: SchoolId, lines: readonly TextbookLine[], { stock, held }: Changes): Promise<void> {
    const by = (changes: readonly StockChange[]): number[] => changes.map((change) => change.by);
    await this.session.rows(MOVE_STOCK, [schoolId, stock.map(({ textbookId }) => textbookId), by(stock)]);
    await this.session.rows(MOVE_HELD, [schoolId, ...columnsOf(held), by(held)]);
    await this.session.rows(ADD, [schoolId, JSON.stringify(lines)]);
  }

  async line(id: string): Promise<KeptLine | null> {
    const [row] = await this.session.rows<Row>(ONE, [id]);
    return row === undefined ? null : toLine(row);
  }

  /** What a pack or a delivery has written and nobody has taken back. */
  async linesOf(documentId: string): Promise<TextbookLine[]> {
    const rows = await this.session.rows<Row>(OF_DOCUMENT, [documentId]);
    return rows.map(toLine).map(({ countered: _, ...line }) => line);
  }

  /** Lines as they are shown, in the order in which they were asked for. */
  async views(ids: readonly string[]): Promise<TextbookLineView[]> {
    const rows = await this.session.rows<LineRow>(VIEWS, [ids]);
    const byId = new Map(rows.map((row) => [row.id, toLineView(row)]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }
}

const keyOf = (textbookId: string, { kind, ref }: Holder): string => `${textbookId} ${kind} ${ref}`;
const columnsOf = (held: readonly HeldChange[]): string[][] => [
  held.map(({ textbookId }) => textbookId),
  held.map(({ holder }) => holder.kind),
  held.map(({ holder }) => holder.ref),
];
