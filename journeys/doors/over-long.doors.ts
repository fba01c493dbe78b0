import { byPath, list, ofSchool, write, type FeatureDoors, type Place } from './door.builder.js';
import { lendAgain, openLoan } from './lending.doors.js';

const reviewsOf = async (place: Place) => ({
  schoolId: place.school.id,
  loanIds: [await openLoanOf(place)],
  decision: 'to-dun',
});
/** What the reader of the place has out now. */
const openLoanOf = async (place: Place): Promise<string> => {
  const { copy, loan } = await openLoan.at(place);
  const { items } = await place.school.librarian.get<{ items: { id: string }[] }>(
    `/api/v1/loans?copyBarcode=${copy.barcode}&schoolId=${place.school.id}&status=open`,
  );
  return items[0]?.id ?? loan.id;
};

export const feature: FeatureDoors = {
  watched: ({ school }) => [`/over-long-loans?schoolId=${school.id}&days=1`],
  doors: [
    list('over-long-loans.list', '/over-long-loans', 'school', ofSchool),
    write('over-long-loans.review', '/over-long-loans/reviews', 'school', 200, reviewsOf, {
      before: lendAgain,
    }),
    {
      ...byPath('over-long-loans.undo-review', 'DELETE', '/over-long-loans/{id}/review', 204, openLoanOf),
      before: async (place) => {
        await lendAgain(place);
        await place.school.librarian.post('/api/v1/over-long-loans/reviews', await reviewsOf(place));
      },
    },
  ],
};
