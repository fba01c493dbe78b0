import { statement, type Session } from '@shulian/service-kit';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import type { HolderKind, Occasion } from '../textbooks/rules/textbook-line.js';
import type { Already, NewPack, PackLine, TextbookPack } from './rules/textbook-pack.js';
import { PACK, PACK_SUMMARY, packLineColumns, withHolder, type PackSummaryRow } from './textbook-pack.row.js';
import type { PackLineView, TextbookPackView, TextbookShortageView } from './textbook-packs.http.js';

/** Who plans for a term does so alone. */
const LOCK_TERM = statement(
  'textbookPacks.lockTerm',
  'select 1 from known_term where school_id = $1 and term_id = $2 for no key update',
);
const DROP_PLANNED = statement(
  'textbookPacks.dropPlanned',
  `delete from textbook_pack where school_id = $1 and term_id = $2 and occasion = $3 and hand_out_on = $4
     and status = 'planned' and holder = any($5::text[])`,
);
const KEPT = statement(
  'textbookPacks.kept',
  `select holder as ref from textbook_pack where school_id = $1 and term_id = $2 and occasion = $3 and hand_out_on = $4`,
);
const ALREADY = statement(
  'textbookPacks.already',
  `select p.holder as ref, l.textbook_id as "textbookId", sum(coalesce(l.received, l.counted, l.planned))::int as quantity
   from textbook_pack p join textbook_pack_line l on l.pack_id = p.id
   where p.school_id = $1 and p.term_id = $2 and p.holder_kind = 'class' and p.occasion in ('registration', 'early')
   group by p.holder, l.textbook_id`,
);
const ADD = statement(
  'textbookPacks.add',
  `insert into textbook_pack (id, school_id, term_id, occasion, hand_out_on, note, holder_kind, holder, grade, pupils, status)
   select t.id, $1, $2, $3, $4, $5, t.holder->>'kind', t.holder->>'ref', t.grade, t.pupils, 'planned'
   from jsonb_to_recordset($6::jsonb) as t(id uuid, holder jsonb, grade int, pupils int)`,
);
const ADD_LINES = statement(
  'textbookPacks.addLines',
  `insert into textbook_pack_line (pack_id, textbook_id, planned)
   select t.id, l."textbookId", l.planned from jsonb_to_recordset($1::jsonb) as t(id uuid, lines jsonb)
   cross join lateral jsonb_to_recordset(t.lines) as l("textbookId" uuid, planned int)`,
);
const SHORTAGES = statement(
  'textbookPacks.shortages',
  `select n.textbook_id as "textbookId", b.name, n.needed, coalesce(s.on_hand, 0) as "onHand", n.needed - coalesce(s.on_hand, 0) as missing
   from (
     select l.textbook_id, sum(coalesce(l.counted, l.planned))::int as needed
     from textbook_pack p join textbook_pack_line l on l.pack_id = p.id
     where p.school_id = $1 and p.term_id = $2 and p.status in ('planned', 'packed') group by 1) n
   join textbook b on b.id = n.textbook_id
   left join textbook_stock s on s.school_id = $1 and s.textbook_id = n.textbook_id
   where n.needed > coalesce(s.on_hand, 0) order by b.name, b.id`,
);
const LOCK = statement('textbookPacks.lock', `${PACK} where p.id = $1 for update`);
const LINES = statement(
  'textbookPacks.lines',
  `select textbook_id as "textbookId", planned, counted, received from textbook_pack_line where pack_id = $1 order by textbook_id`,
);
const SET_LINES = statement(
  'textbookPacks.setLines',
  `update textbook_pack_line l set counted = t.counted, received = t.received
   from jsonb_to_recordset($2::jsonb) as t("textbookId" uuid, counted int, received int)
   where l.pack_id = $1 and l.textbook_id = t."textbookId"`,
);
const MOVE = statement(
  'textbookPacks.move',
  'update textbook_pack set status = $2, issued_on = $3, checked_on = $4, checked_by = $5 where id = $1',
);
const REMOVE = statement('textbookPacks.remove', 'delete from textbook_pack where id = $1');
const VIEW = statement('textbookPacks.view', `${PACK_SUMMARY} where p.id = $1`);
const VIEW_LINES = statement(
  'textbookPacks.viewLines',
  `select ${packLineColumns} from textbook_pack_line l join textbook b on b.id = l.textbook_id
   where l.pack_id = $1 order by b.kind desc, b.name, b.id`,
);

/** Of what a plan is: packs of one occasion on one day. */
export type PlanOf = {
  readonly schoolId: SchoolId;
  readonly termId: string;
  readonly occasion: Occasion;
  readonly handOutOn: CalendarDay;
};
const planKey = ({ schoolId, termId, occasion, handOutOn }: PlanOf): unknown[] => [
  schoolId,
  termId,
  occasion,
  handOutOn,
];
type PackRow = Omit<TextbookPack, 'holder'> & { readonly holderKind: HolderKind; readonly ref: string };

/** Packs of textbooks and their lines. */
export class TextbookPacksRepository {
  constructor(private readonly session: Session) {}

  /** @returns the classes whose pack of the plan has been sorted or handed out: it stays */
  async clear(plan: PlanOf, classIds: readonly string[]): Promise<ReadonlySet<string>> {
    await this.session.rows(LOCK_TERM, [plan.schoolId, plan.termId]);
    await this.session.rows(DROP_PLANNED, [...planKey(plan), classIds]);
    const kept = await this.session.rows<{ ref: string }>(KEPT, planKey(plan));
    return new Set(kept.map(({ ref }) => ref));
  }

  /** What classes get, or got, in the term by packs that there are. */
  async already({ schoolId, termId }: PlanOf): Promise<Already> {
    type Row = { readonly ref: string; readonly textbookId: string; readonly quantity: number };
    const already = new Map<string, Map<string, number>>();
    for (const { ref, textbookId, quantity } of await this.session.rows<Row>(ALREADY, [schoolId, termId])) {
      const ofClass = already.get(ref) ?? new Map<string, number>();
      already.set(ref, ofClass.set(textbookId, quantity));
    }
    return already;
  }

  async add(plan: PlanOf, packs: readonly NewPack[], note: string | null): Promise<void> {
    const text = JSON.stringify(packs);
    await this.session.rows(ADD, [...planKey(plan), note, text]);
    await this.session.rows(ADD_LINES, [text]);
  }

  shortages(schoolId: SchoolId, termId: string): Promise<TextbookShortageView[]> {
    return this.session.rows<TextbookShortageView>(SHORTAGES, [schoolId, termId]);
  }

  async locked(id: string): Promise<{ pack: TextbookPack; lines: PackLine[] } | null> {
    const [row] = await this.session.rows<PackRow>(LOCK, [id]);
    if (row === undefined) return null;
    const { holderKind, ref, ...pack } = row;
    const lines = await this.session.rows<PackLine>(LINES, [id]);
    return { pack: { ...pack, holder: { kind: holderKind, ref } }, lines };
  }

  /** Writes how far a pack is, and what its lines say then. */
  async move(pack: TextbookPack, lines: readonly PackLine[] | null): Promise<void> {
    const { id, status, issuedOn, checkedOn, checkedBy } = pack;
    await this.session.rows(MOVE, [id, status, issuedOn, checkedOn, checkedBy]);
    if (lines !== null) await this.session.rows(SET_LINES, [id, JSON.stringify(lines)]);
  }

  async remove(id: string): Promise<void> {
    await this.session.rows(REMOVE, [id]);
  }

  async view(id: string): Promise<TextbookPackView> {
    const [row] = await this.session.rows<PackSummaryRow>(VIEW, [id]);
    if (row === undefined) throw new Error('the pack is gone');
    return { ...withHolder(row), lines: await this.session.rows<PackLineView>(VIEW_LINES, [id]) };
  }
}
