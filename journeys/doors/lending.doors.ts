import { Added, byPath, list, ofOnePerson, write, type FeatureDoors, type Place } from './door.builder.js';

/** What the reader has on loan. */
export const openLoan = new Added(async ({ school, reader }) => {
  const [copy] = await school.titles(1);
  if (copy === undefined) throw new Error('no copy');
  return { copy, loan: await school.lent(copy.barcode, reader.cardNumber) };
});

/** What the reader has on loan is so again, after somebody took it back. */
export async function lendAgain(place: Place): Promise<void> {
  const { barcode } = (await openLoan.at(place)).copy;
  await place.school.takeBack(barcode);
  await place.school.lent(barcode, place.reader.cardNumber);
}

export const feature: FeatureDoors = {
  adds: [openLoan],
  secrets: async (place) => [(await openLoan.at(place)).loan.id],
  lists: ['/loans'],
  doors: ofOnePerson(
    write(
      'checkouts.create',
      '/checkouts',
      'school',
      201,
      ({ school, copy, reader }) => ({
        schoolId: school.id,
        copyBarcode: copy.barcode,
        readerId: reader.id,
      }),
      { before: ({ school, copy }) => school.takeBack(copy.barcode) },
    ),
    write(
      'checkouts.create-many',
      '/checkouts/batch',
      'school',
      200,
      ({ school, copy, reader }) => ({
        schoolId: school.id,
        items: [{ copyBarcode: copy.barcode, readerId: reader.id }],
      }),
      { before: ({ school, copy }) => school.takeBack(copy.barcode) },
    ),
    write('checkouts.dry-run', '/checkouts/dry-run', 'school', 200, ({ school, copy, reader }) => ({
      schoolId: school.id,
      copyBarcode: copy.barcode,
      cardNumber: reader.cardNumber,
    })),
    write(
      'returns.create',
      '/returns',
      'school',
      200,
      async (place) => ({
        schoolId: place.school.id,
        copyBarcode: (await openLoan.at(place)).copy.barcode,
      }),
      { before: lendAgain },
    ),
    write(
      'returns.create-many',
      '/returns/batch',
      'school',
      200,
      async (place) => ({
        schoolId: place.school.id,
        items: [{ copyBarcode: (await openLoan.at(place)).copy.barcode }],
      }),
      { before: lendAgain },
    ),
    // On the day of the loan a renewal gives nothing: who is told so has come through the door.
    write('renewals.create', '/renewals', 'id', 409, async (place) => ({
      loanId: (await openLoan.at(place)).loan.id,
    })),
    write('renewals.create-many', '/renewals/batch', 'id', 200, async (place) => ({
      items: [{ loanId: (await openLoan.at(place)).loan.id }],
    })),
    list('loans.list', '/loans', 'list', ({ reader }) => `readerId=${reader.id}`),
    byPath('loans.read', 'GET', '/loans/{id}', 200, async (place) => (await openLoan.at(place)).loan.id),
  ),
};
