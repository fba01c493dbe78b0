import { Injectable } from '@nestjs/common';
import { reachesSchool } from '@shulian/contracts/access';
import type { SchoolId } from '@shulian/contracts/ids';
import { Clock, idAfter, Lists, pageOf, type Caller, type Page } from '@shulian/service-kit';
import { termOn } from '../lists/terms.query.js';
import type { CandidatesAsked, MeritCandidate, SuggestionsAsked, SuggestionView } from './merit.http.js';
import { CLASS_LOSSES, SUGGESTION_VIEW } from './merit.row.js';

const CANDIDATES = `select c.class_id as "classId", c.overdue, c.lost, c.damaged,
    exists (select from merit_suggestion m where m.class_id = c.class_id and m.term_starts_on = $3::date and m.state <> 'withdrawn') as "isSuggested"
  from (${CLASS_LOSSES}) c where $4::uuid is null or c.class_id > $4 order by c.class_id limit $5`;
const LIST = `${SUGGESTION_VIEW}
  where m.school_id = $1 and ($2::uuid is null or m.id < $2) and ($3::uuid is null or m.class_id = $3)
    and ($4::text is null or m.state = $4) and ($5::uuid[] is null or m.class_id = any($5))
  order by m.id desc limit $6`;

/** Classes with losses, and what was suggested (CIR-063). */
@Injectable()
export class MeritQuery {
  constructor(
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  async candidates(input: CandidatesAsked, schoolId: SchoolId): Promise<Page<MeritCandidate>> {
    const today = this.clock.today();
    const { startsOn } = await termOn(this.lists, schoolId, today);
    const rows = await this.lists.rows<MeritCandidate>(CANDIDATES, [
      schoolId,
      today,
      startsOn,
      idAfter(input.cursor),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ classId }) => [classId],
    );
  }

  async list(caller: Caller, input: SuggestionsAsked, schoolId: SchoolId): Promise<Page<SuggestionView>> {
    const { reach } = caller;
    const rows = await this.lists.rows<SuggestionView>(LIST, [
      schoolId,
      idAfter(input.cursor),
      input.classId ?? null,
      input.state ?? null,
      reachesSchool(reach, schoolId) ? null : [...reach.classes.keys()],
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ id }) => [id],
    );
  }
}
