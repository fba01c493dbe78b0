import { write, type FeatureDoors } from './door.builder.js';

export const feature: FeatureDoors = {
  doors: [
    write('policy-trials.run', '/policy-trials', 'school', 200, ({ school }) => ({
      schoolId: school.id,
      rows: [{ sets: { mayBorrow: true, loanDays: 14, loanLimit: 2 } }],
    })),
  ],
};
