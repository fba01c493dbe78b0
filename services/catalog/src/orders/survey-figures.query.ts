import { Injectable } from '@nestjs/common';
import { Clock, Database, statement } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { CollectionPoliciesQuery } from '../collection-policy/collection-policies.query.js';
import { StockStandardQuery } from '../collection-policy/stock-standard.query.js';
import type { SurveyFigures } from './rules/order.js';

const CLASSES = statement(
  'survey-figures.classes',
  `select main_class as "mainClass", volumes::int as volumes from register_sum_now
   where school_id = $1 and volumes > 0 order by main_class = '-', main_class`,
);
const WISHES = statement(
  'survey-figures.wishes',
  `select s.name, s.course, s.needed_on::text as "neededOn",
     (select count(*)::int from suggestion_vote v where v.suggestion_id = s.id) as votes
   from suggestion s where s.school_id = $1 and s.status = 'open' order by s.id desc limit 500`,
);
const MOST_NAMED = 20;

/** What stands in the survey before a round by itself: the stock, what it lacks, and what is wished for (CAT-005). */
@Injectable()
export class SurveyFiguresQuery {
  constructor(
    private readonly database: Database,
    private readonly standard: StockStandardQuery,
    private readonly policies: CollectionPoliciesQuery,
    private readonly clock: Clock,
  ) {}

  async of(schoolId: SchoolId): Promise<SurveyFigures> {
    const { volumes, required, pupils } = await this.standard.of(schoolId);
    const classes = await this.database.rows<SurveyFigures['classes'][number]>(CLASSES, [schoolId]);
    const { items } = await this.policies.gaps({ limit: 100, format: 'json' }, schoolId);
    const wishes = await this.database.rows<SurveyFigures['wishes'][number]>(WISHES, [schoolId]);
    return {
      takenOn: this.clock.today(),
      pupils,
      volumes,
      required,
      classes,
      gaps: items
        .filter(({ gap }) => gap > 0)
        .map(({ name, audience, target, held, gap }) => ({ name, audience, target, held, gap })),
      openWishes: wishes.length,
      wishes: [...wishes].sort((one, other) => other.votes - one.votes).slice(0, MOST_NAMED),
    };
  }
}
