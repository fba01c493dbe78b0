import { another } from '../a-school.builder.js';
import { list, ofSchool, write, type FeatureDoors } from './door.builder.js';

export const feature: FeatureDoors = {
  watched: ({ school }) => [`/register-periods?schoolId=${school.id}`],
  doors: [
    list('registers.individual', '/registers/individual', 'school', ofSchool),
    list('registers.summary', '/registers/summary', 'school', ofSchool),
    list('registers.withdrawals', '/registers/withdrawals', 'school', ofSchool),
    list('registers.classified', '/registers/classified', 'school', ofSchool),
    list('registers.lines', '/registers/lines', 'school', ofSchool),
    list('registers.holdings', '/registers/holdings', 'school', ofSchool),
    list('registers.kinds', '/registers/kinds', 'school', ofSchool),
    list('registers.reconciliation', '/registers/reconciliation', 'school', ofSchool),
    list('register-periods.list', '/register-periods', 'school', ofSchool),
    write(
      'register-periods.close',
      '/register-periods',
      'school',
      201,
      ({ school }) => ({ schoolId: school.id, name: `学期末${another()}` }),
      {
        // A period in which nothing moved is not closed.
        before: ({ school, copy }) =>
          school.librarian.ask('POST', '/api/v1/copies', {
            body: { titleId: copy.titleId, schoolId: school.id },
          }),
      },
    ),
  ],
};
