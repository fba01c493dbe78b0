import { Injectable } from '@nestjs/common';
import {
  afterCursor,
  Database,
  Lists,
  pageOf,
  queryId,
  statement,
  unknownThing,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import type { SchoolId, SuggestionId } from '@shulian/contracts/ids';
import { SUGGESTION_VIEW } from './suggestion.row.js';
import type { SuggestionsAsked, SuggestionView } from './suggestions.http.js';

const BY_ID = statement('suggestions.byId', `${SUGGESTION_VIEW} where s.id = $2`);
/** What lessons need by a day, the most urgent first. */
const NEEDED = `${SUGGESTION_VIEW}
  where s.school_id = $2 and ($3::text is null or s.status = $3) and (not $4::boolean or s.suggested_by = $1)
    and s.needed_on <= $5::date and (s.needed_on, s.id) > ($6::date, $7::uuid)
  order by s.needed_on, s.id limit $8`;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';
const LIST = `${SUGGESTION_VIEW}
  where s.school_id = $2 and ($3::text is null or s.status = $3) and (not $4::boolean or s.suggested_by = $1)
    and ($5::uuid is null or s.id < $5)
  order by s.id desc limit $6`;

/** The wishes of a school, the newest first, as the caller sees them. */
@Injectable()
export class SuggestionsQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** @throws Problem 404 also for a wish of another school */
  async byId(caller: Caller, id: SuggestionId): Promise<SuggestionView> {
    const [suggestion] = await this.database.rows<SuggestionView>(BY_ID, [caller.id, id]);
    if (suggestion === undefined || !caller.mayWorkAt(suggestion.schoolId)) throw unknownThing();
    return suggestion;
  }

  async find(input: SuggestionsAsked, schoolId: SchoolId, by: string): Promise<Page<SuggestionView>> {
    if (input.neededBy !== undefined) return this.needed(input, input.neededBy, schoolId, by);
    const after = afterCursor(input.cursor, 1);
    const rows = await this.lists.rows<SuggestionView>(LIST, [
      by,
      schoolId,
      input.status ?? null,
      input.mine === 'true',
      after === null ? null : (queryId('cursor', String(after[0])) ?? null),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (suggestion) => suggestion,
      ({ id }) => [id],
    );
  }

  private async needed(
    input: SuggestionsAsked,
    neededBy: string,
    schoolId: SchoolId,
    by: string,
  ): Promise<Page<SuggestionView>> {
    const after = afterCursor(input.cursor, 2) ?? ['-infinity', FIRST_ID];
    const rows = await this.lists.rows<SuggestionView>(NEEDED, [
      by,
      schoolId,
      input.status ?? null,
      input.mine === 'true',
      neededBy,
      ...after,
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (suggestion) => suggestion,
      ({ neededOn, id }) => [neededOn ?? '', id],
    );
  }
}
