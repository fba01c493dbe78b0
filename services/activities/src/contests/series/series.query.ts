import { Injectable } from '@nestjs/common';
import {
  Database,
  idAfter,
  Lists,
  pageOf,
  statement,
  unknownThing,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import { SERIES_VIEW } from './series.row.js';
import type { SeriesListAsked, SeriesView } from './series.http.js';

const BY_ID = statement('contestSeries.byId', `${SERIES_VIEW} where s.id = $1`);
const LIST = `${SERIES_VIEW}
  where s.school_id = $1 and ($2::boolean is null or s.ended = $2) and ($3::uuid is null or s.id < $3)
  order by s.id desc limit $4`;

/** The series of a school, the newest first. */
@Injectable()
export class ContestSeriesQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** @throws Problem 404 also for one of another school */
  async byId(caller: Caller, id: string): Promise<SeriesView> {
    const [series] = await this.database.rows<SeriesView>(BY_ID, [id]);
    if (series === undefined || !caller.mayWorkAt(series.schoolId)) throw unknownThing();
    return series;
  }

  /** @throws Problem 403 for another school */
  async list(caller: Caller, input: SeriesListAsked): Promise<Page<SeriesView>> {
    const rows = await this.lists.rows<SeriesView>(LIST, [
      caller.schoolFor(input.schoolId),
      input.ended ?? null,
      idAfter(input.cursor),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (series) => series,
      ({ id }) => [id],
    );
  }
}
