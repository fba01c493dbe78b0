import { statement, type Session } from '@shulian/service-kit';
import type { CalendarDay, LocationId, SchoolId, StockAdditionId } from '@shulian/contracts/ids';
import { ADDITION_VIEW, stockAdditionTable } from './stock-addition.row.js';
import type { StockAddition } from './rules/stock-addition.js';
import type { StockAdditionView } from './stock-additions.http.js';

const VIEW = statement('stock-additions.viewOf', `${ADDITION_VIEW} where a.id = $2`);
const PLACE = statement('stock-additions.place', 'select from location where id = $1 and school_id = $2');

export class StockAdditionsRepository {
  constructor(private readonly session: Session) {}

  async isPlaceOf(schoolId: SchoolId, id: LocationId): Promise<boolean> {
    return (await this.session.rows(PLACE, [id, schoolId])).length > 0;
  }

  async add(addition: StockAddition): Promise<void> {
    await this.session.manager.insert(stockAdditionTable, addition);
  }

  locked(id: StockAdditionId): Promise<StockAddition | null> {
    return this.session.manager.findOne(stockAdditionTable, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async change(addition: StockAddition): Promise<void> {
    await this.session.manager.update(stockAdditionTable, { id: addition.id }, addition);
  }

  async view(id: StockAdditionId, today: CalendarDay): Promise<StockAdditionView> {
    const [view] = await this.session.rows<StockAdditionView>(VIEW, [today, id]);
    if (view === undefined) throw new Error('an addition that is there is shown');
    return view;
  }
}
