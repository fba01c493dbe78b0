import { statement, type Session } from '@shulian/service-kit';
import type { CalendarDay } from '@shulian/contracts/ids';
import type { Surveyed, TextbookOrder, WishingGroup } from './rules/textbook-order.js';
import { ORDER, ORDER_VIEW, receivedOf } from './textbook-order.row.js';
import type { TextbookOrderView, TextbookWishAsked, TextbookWishesEntered } from './textbook-orders.http.js';

const ADD = statement(
  'textbookOrders.add',
  `insert into textbook_order (id, school_id, term_id, name, wishes_until, status) values ($1, $2, $3, $4, $5, 'open')`,
);
const LOCK = statement('textbookOrders.lock', `${ORDER} where o.id = $1 for update`);
const CHANGE = statement(
  'textbookOrders.change',
  `update textbook_order set name = $2, wishes_until = $3, status = $4, confirmed_on = $5, reported_on = $6, office_note = $7,
     version = $8 where id = $1`,
);
const VIEW = statement('textbookOrders.view', `${ORDER_VIEW} where o.id = $1`);
const DROP_WISHES = statement(
  'textbookOrders.dropWishes',
  'delete from textbook_wish where order_id = $1 and group_kind = $2 and group_name = $3 and textbook_id = any($4::uuid[])',
);
const SET_WISHES = statement(
  'textbookOrders.setWishes',
  `insert into textbook_wish (order_id, group_kind, group_name, textbook_id, quantity, note, by_whom, entered_on)
   select $1, $2, $3, t."textbookId", t.quantity, t.note, $4, $5
   from jsonb_to_recordset($6::jsonb) as t("textbookId" uuid, quantity int, note text)
   on conflict (order_id, group_kind, group_name, textbook_id) do update
     set quantity = excluded.quantity, note = excluded.note, by_whom = excluded.by_whom, entered_on = excluded.entered_on`,
);
const COUNT_WISHES = statement(
  'textbookOrders.countWishes',
  `select count(*)::int as lines, coalesce(sum(quantity), 0)::int as volumes from textbook_wish
   where order_id = $1 and group_kind = $2 and group_name = $3`,
);
const DROP_LINES = statement(
  'textbookOrders.dropLines',
  'delete from textbook_order_line where order_id = $1',
);
const ADD_LINES = statement(
  'textbookOrders.addLines',
  `insert into textbook_order_line (order_id, textbook_id, needed, wished, on_hand, quantity, price_fen)
   select $1, t."textbookId", t.needed, t.wished, t."onHand", t.quantity, b.price_fen
   from jsonb_to_recordset($2::jsonb) as t("textbookId" uuid, needed int, wished int, "onHand" int, quantity int)
   join textbook b on b.id = t."textbookId"`,
);
const HAS_DELIVERIES = statement(
  'textbookOrders.hasDeliveries',
  `select exists (select from textbook_delivery where order_id = $1 and status <> 'cancelled') as has`,
);
/** What is neither here nor announced. */
const OUTSTANDING = statement(
  'textbookOrders.outstanding',
  `select * from (
     select l.textbook_id as "textbookId", (l.quantity - ${receivedOf('l.order_id', 'l.textbook_id')}
       - coalesce((select sum(x.expected) from textbook_delivery d join textbook_delivery_line x on x.delivery_id = d.id
           where d.order_id = l.order_id and d.status = 'expected' and x.textbook_id = l.textbook_id), 0))::int as expected
     from textbook_order_line l where l.order_id = $1) o
   where expected > 0 order by "textbookId"`,
);

/** Rounds of ordering, what groups wish in them, and what was decided. */
export class TextbookOrdersRepository {
  constructor(private readonly session: Session) {}

  async add(
    order: Pick<TextbookOrder, 'id' | 'schoolId' | 'termId' | 'name' | 'wishesUntil'>,
  ): Promise<void> {
    await this.session.rows(ADD, [order.id, order.schoolId, order.termId, order.name, order.wishesUntil]);
  }

  async locked(id: string): Promise<TextbookOrder | null> {
    const [row] = await this.session.rows<TextbookOrder>(LOCK, [id]);
    return row ?? null;
  }

  async change({ id, ...to }: TextbookOrder): Promise<void> {
    await this.session.rows(CHANGE, [
      id,
      to.name,
      to.wishesUntil,
      to.status,
      to.confirmedOn,
      to.reportedOn,
      to.officeNote,
      to.version,
    ]);
  }

  async view(id: string): Promise<TextbookOrderView> {
    const [row] = await this.session.rows<TextbookOrderView>(VIEW, [id]);
    if (row === undefined) throw new Error('the round is gone');
    return row;
  }

  async wish(
    orderId: string,
    group: { readonly kind: WishingGroup; readonly name: string },
    wishes: readonly TextbookWishAsked[],
    its: { readonly by: string; readonly on: CalendarDay },
  ): Promise<TextbookWishesEntered> {
    const key = [orderId, group.kind, group.name];
    const none = wishes.filter(({ quantity }) => quantity === 0).map(({ textbookId }) => textbookId);
    const some = wishes.filter(({ quantity }) => quantity > 0);
    await this.session.rows(DROP_WISHES, [...key, none]);
    await this.session.rows(SET_WISHES, [...key, its.by, its.on, JSON.stringify(some)]);
    const [row] = await this.session.rows<TextbookWishesEntered>(COUNT_WISHES, key);
    return row ?? { lines: 0, volumes: 0 };
  }

  /** Puts lines in the place of those that there are. */
  async decide(orderId: string, lines: readonly (Surveyed & { readonly quantity: number })[]): Promise<void> {
    await this.session.rows(DROP_LINES, [orderId]);
    await this.session.rows(ADD_LINES, [orderId, JSON.stringify(lines)]);
  }

  async hasDeliveries(orderId: string): Promise<boolean> {
    const [row] = await this.session.rows<{ has: boolean }>(HAS_DELIVERIES, [orderId]);
    return row?.has === true;
  }

  /** What was ordered and is neither here nor expected. */
  outstanding(orderId: string): Promise<{ readonly textbookId: string; readonly expected: number }[]> {
    return this.session.rows(OUTSTANDING, [orderId]);
  }
}
