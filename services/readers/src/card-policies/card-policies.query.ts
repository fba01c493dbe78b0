import { Injectable } from '@nestjs/common';
import { Clock, Database, type Rows } from '@shulian/service-kit';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { schoolYearOf } from '../classes/rules/school-class.js';
import { CardPoliciesRepository } from './card-policies.repository.js';
import { toPolicyView, type CardPolicyView, type PupilsOfGrade } from './card-policies.http.js';

/** Pupils of each grade with how many of them have a card, as schools count them: those who are here. */
const GRADES = `select grade_in(k.section, k.entry_year, $2) as grade, count(*)::int as pupils, count(c.id)::int as "withCard"
  from reader r join school_class k on k.id = r.class_id left join card c on c.reader_id = r.id and c.status = 'active'
  where r.school_id = $1 and r.kind = 'student' and r.left_on is null and grade_in(k.section, k.entry_year, $2) is not null
  group by 1 order by 1`;

export const gradesOfSchool = (
  rows: Rows,
  schoolId: SchoolId,
  today: CalendarDay,
): Promise<PupilsOfGrade[]> => rows.rows<PupilsOfGrade>(GRADES, [schoolId, schoolYearOf(today)]);

@Injectable()
export class CardPoliciesQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of(schoolId: SchoolId): Promise<CardPolicyView> {
    const policy = await this.database.inTransaction((session) =>
      new CardPoliciesRepository(session).of(schoolId),
    );
    return toPolicyView(policy, await gradesOfSchool(this.database, schoolId, this.clock.today()));
  }
}
