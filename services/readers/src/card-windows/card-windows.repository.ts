import { statement, type Session } from '@shulian/service-kit';
import type { CalendarDay, ReaderId, SchoolClassId } from '@shulian/contracts/ids';
import { cardWindowTable, IS_CLASS_OF_WINDOW, IS_NEWCOMER } from './card-window.row.js';
import type { CardWindow } from './rules/card-window.js';

const IS_CLASS_OF = statement(
  'cardWindows.isClassOf',
  `select 1 from card_window w join school_class k on k.id = $2 where w.id = $1 and ${IS_CLASS_OF_WINDOW}`,
);
const LOCK_CLASS = statement(
  'cardWindows.lockClass',
  `insert into card_window_class (window_id, class_id) values ($1, $2)
   on conflict (window_id, class_id) do update set class_id = excluded.class_id
   returning acknowledged_on::text as "acknowledgedOn", confirmed_on::text as "confirmedOn"`,
);
const ACKNOWLEDGE = statement(
  'cardWindows.acknowledge',
  `update card_window_class set acknowledged_on = $3, acknowledged_by = $4
   where window_id = $1 and class_id = $2 and acknowledged_on is null`,
);
const CONFIRM = statement(
  'cardWindows.confirm',
  'update card_window_class set confirmed_on = $3, confirmed_by = $4 where window_id = $1 and class_id = $2',
);
const NEWCOMERS = statement(
  'cardWindows.newcomers',
  `select r.id from card_window w join reader r on r.school_id = w.school_id left join school_class k on k.id = r.class_id
   where w.id = $1 and ($2::uuid is null or r.class_id = $2) and ($3::uuid[] is null or r.id = any($3)) and ${IS_NEWCOMER}
     and ($4::boolean is not true or not exists (select from card c where c.reader_id = r.id and c.status = 'active'))
   order by r.id limit $5`,
);

export type ClassOfWindow = {
  readonly acknowledgedOn: CalendarDay | null;
  readonly confirmedOn: CalendarDay | null;
};

/** Windows for cards and the classes in them. */
export class CardWindowsRepository {
  constructor(private readonly session: Session) {}

  async add(window: CardWindow): Promise<void> {
    await this.session.manager.insert(cardWindowTable, window);
  }

  async change(window: CardWindow): Promise<void> {
    await this.session.manager.update(cardWindowTable, { id: window.id }, window);
  }

  byId(id: string): Promise<CardWindow | null> {
    return this.session.manager.findOne(cardWindowTable, { where: { id } });
  }

  locked(id: string): Promise<CardWindow | null> {
    return this.session.manager.findOne(cardWindowTable, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async isClassOf(windowId: string, classId: SchoolClassId): Promise<boolean> {
    return (await this.session.rows(IS_CLASS_OF, [windowId, classId])).length > 0;
  }

  /** The class in the window, locked until the end of the transaction; it comes into being when first asked for. */
  async lockedClass(windowId: string, classId: SchoolClassId): Promise<ClassOfWindow> {
    const [row] = await this.session.rows<ClassOfWindow>(LOCK_CLASS, [windowId, classId]);
    if (row === undefined) throw new Error('the class is not in the window');
    return row;
  }

  async acknowledge(windowId: string, classId: SchoolClassId, on: CalendarDay, by: string): Promise<void> {
    await this.session.rows(ACKNOWLEDGE, [windowId, classId, on, by]);
  }

  /** @param how null takes the confirmation back */
  async confirm(
    windowId: string,
    classId: SchoolClassId,
    how: { readonly on: CalendarDay; readonly by: string } | null,
  ): Promise<void> {
    await this.session.rows(CONFIRM, [windowId, classId, how?.on ?? null, how?.by ?? null]);
  }

  /** Who is new in the intake, of a class or of these readers, without a card if wished. */
  async newcomers(
    windowId: string,
    of: { readonly classId: string | null; readonly readerIds: readonly string[] | null },
    without: boolean,
    most: number,
  ): Promise<ReaderId[]> {
    const values = [windowId, of.classId, of.readerIds, without, most];
    return (await this.session.rows<{ id: ReaderId }>(NEWCOMERS, values)).map(({ id }) => id);
  }
}
