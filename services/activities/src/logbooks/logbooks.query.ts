import { Injectable } from '@nestjs/common';
import {
  Database,
  Lists,
  numberAfter,
  pageOf,
  unknownThing,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import { CallerPlacesQuery } from './caller-places.query.js';
import { formView } from './logbook-forms.facts.js';
import type { LogbookFormView, LogbooksAsked, LogbookView } from './logbook-forms.http.js';
import { logbooksAt } from './logbooks.facts.js';
import { mayWrite, seesAll } from './rules/rights.js';

const CLOSED = `select code, closed_through::text as "closedThrough" from logbook_of_school
  where school_id = $1 and closed_through is not null`;

/** Which logbooks there are. */
@Injectable()
export class LogbooksQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly places: CallerPlacesQuery,
  ) {}

  /** What the caller may write into or look at, by code; people of the county office see which a school keeps. */
  async list(caller: Caller, input: LogbooksAsked): Promise<Page<LogbookView>> {
    const from = numberAfter(input.cursor);
    const { schoolId, roles } = await this.places.of(caller, input.schoolId);
    const logbooks = await logbooksAt(this.database, schoolId);
    const closed = await this.lists.rows<{ code: string; closedThrough: string }>(CLOSED, [schoolId]);
    const ofCounty = roles.some((role) => role.startsWith('county-'));
    const shown = logbooks.filter(({ form }) => ofCounty || mayWrite(form, roles) || seesAll(form, roles));
    return pageOf(
      shown.slice(from, from + input.limit + 1).map((logbook, at) => ({ logbook, at: from + at + 1 })),
      input.limit,
      ({ logbook: { form, ...logbook } }): LogbookView => ({
        ...logbook,
        name: form.name,
        closedThrough: closed.find(({ code }) => code === logbook.code)?.closedThrough ?? null,
        form,
      }),
      ({ at }) => [at],
    );
  }

  /** A logbook that was made here. @throws Problem 404 out of reach */
  async form(caller: Caller, id: string): Promise<LogbookFormView> {
    const view = await formView(this.database, id);
    const isNear = view.schoolId === null || caller.mayWorkAt(view.schoolId);
    if (!isNear) throw unknownThing();
    return view;
  }
}
