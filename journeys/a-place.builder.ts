import { newClient, type Identified } from './a-caller.builder.js';
import { tourFiles } from '../deploy/src/tour/tour-files.js';
import { another, type School } from './a-school.builder.js';
import type { Place } from './every-door.builder.js';

const UPLOADED = { format: 'auto', dryRun: 'true' };
/** The file is of another class: everybody here would leave by it, were it not a dry run. */
const ANY_LEAVERS = { maxLeavers: '100' };

/** A class of the school and one thing of every kind that has to do with one of its readers. */
export async function aPlace(school: School, classNo: number): Promise<Place> {
  const { librarian, admin } = school;
  const schoolClass = await school.schoolClass(classNo);
  const [reader, careless, forgetful] = await Promise.all([
    school.reader({ classId: schoolClass.id, name: `张${another()}`, cardNumber: `Z${another()}` }),
    school.reader({ classId: schoolClass.id, name: `李${another()}`, cardNumber: `L${another()}` }),
    school.reader({ classId: schoolClass.id, name: `王${another()}`, cardNumber: `W${another()}` }),
  ]);
  const [lent, wanted, copy, mislaid, lost, found] = await school.titles(6);
  if (!lent || !wanted || !copy || !mislaid || !lost || !found) throw new Error('no copies');
  const onceLost = await school.loses((await school.lent(found.barcode, reader.cardNumber)).id);
  await school.forgives(onceLost.id);
  const mislaidLoan = await school.lent(mislaid.barcode, forgetful.cardNumber);
  const owed = await school.loses((await school.lent(lost.barcode, forgetful.cardNumber)).id);
  const loan = await school.lent(lent.barcode, reader.cardNumber);
  await school.lent(wanted.barcode, careless.cardNumber);
  const waitsFor = { titleId: wanted.titleId, readerId: reader.id, pickupSchoolId: school.id };
  const hold = await librarian.post<Identified>('/api/v1/holds', waitsFor);
  const note = await librarian.post<Identified>('/api/v1/reading-notes', {
    readerId: reader.id,
    titleId: lent.titleId,
    text: `读后感${another()}`,
  });
  const account = await admin.post<Identified>('/api/v1/accounts', {
    username: `place-${another()}`,
    password: 'a password that is long enough',
    grants: [{ role: 'reader', readerId: reader.id }],
  });
  const client = await newClient(admin, ['catalog.read'], [school.id]);
  const policy = await school.putPolicy([]);
  const [catalogJob, rosterJob] = await Promise.all([
    librarian.import('/api/v1/catalog-imports', 'a.iso', tourFiles.catalogue.read(), {
      schoolId: school.id,
      ...UPLOADED,
    }),
    librarian.import('/api/v1/roster-imports', 'a.csv', tourFiles.roster.read(), {
      schoolId: school.id,
      ...UPLOADED,
      ...ANY_LEAVERS,
    }),
  ]);
  return {
    school,
    schoolClass,
    accountId: account.id,
    clientId: client.clientId,
    reader,
    careless,
    lent,
    loan,
    forgetful,
    mislaid,
    mislaidLoanId: mislaidLoan.id,
    compensationId: owed.id,
    settledId: onceLost.id,
    wanted,
    copy,
    holdId: hold.id,
    noteId: note.id,
    policyId: policy.id,
    catalogJobId: catalogJob.id,
    rosterJobId: rosterJob.id,
  };
}
