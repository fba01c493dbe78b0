import { EntitySchema } from 'typeorm';
import type { HelperJudgement } from './rules/judgement.js';

export const helperJudgementTable = new EntitySchema<HelperJudgement>({
  name: 'helper_judgement',
  columns: {
    termId: { type: 'uuid', primary: true, name: 'term_id' },
    helperId: { type: 'uuid', primary: true, name: 'helper_id' },
    grade: { type: 'text' },
    awarded: { type: 'boolean' },
    words: { type: 'text', nullable: true },
    judgedOn: { type: 'date', name: 'judged_on' },
    judgedBy: { type: 'text', name: 'judged_by' },
  },
});
