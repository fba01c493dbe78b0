import { statement, type Session } from '@shulian/service-kit';
import { contestSeriesTable, SERIES_VIEW, type Series } from './series.row.js';
import type { SeriesView } from './series.http.js';

const VIEW = statement('contestSeries.view', `${SERIES_VIEW} where s.id = $1`);
const RUNNING = `select id from contest_series where not ended and ($1::uuid is null or id > $1) order by id limit 200`;

export class ContestSeriesRepository {
  constructor(private readonly session: Session) {}

  async add(series: Series): Promise<void> {
    await this.session.manager.insert(contestSeriesTable, series);
  }

  locked(id: string): Promise<Series | null> {
    return this.session.manager.findOne(contestSeriesTable, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async change({ id, ...series }: Series): Promise<void> {
    await this.session.manager.update(contestSeriesTable, { id }, series);
  }

  async isMade(id: string, period: string): Promise<boolean> {
    const made = await this.session.rows('select from contest where series_id = $1 and period = $2', [
      id,
      period,
    ]);
    return made.length > 0;
  }

  /** Of all schools, in parts. */
  running(after: string | null): Promise<{ readonly id: string }[]> {
    return this.session.rows(RUNNING, [after]);
  }

  async view(id: string): Promise<SeriesView> {
    const [view] = await this.session.rows<SeriesView>(VIEW, [id]);
    if (view === undefined) throw new Error('a series that is there is shown');
    return view;
  }
}
