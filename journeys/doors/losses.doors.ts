import type { Identified } from '../a-caller.builder.js';
import { another } from '../a-school.builder.js';
import {
  Added,
  api,
  at,
  byPath,
  list,
  ofOnePerson,
  write,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

/** A reader who loses copies, and so may not borrow at times. */
const losses = new Added(async ({ school, schoolClass, reader }) => {
  const readerWithLoss = await school.reader({
    classId: schoolClass.id,
    name: `王${another()}`,
    cardNumber: `W${another()}`,
  });
  const [lostCopy, owedFor, paidFor, reopenedFor] = await school.titles(4);
  if (!lostCopy || !owedFor || !paidFor || !reopenedFor) throw new Error('no copies');
  const settled = await school.loses((await school.lent(paidFor.barcode, reader.cardNumber)).id);
  await school.forgives(settled.id);
  const reopened = await school.loses((await school.lent(reopenedFor.barcode, readerWithLoss.cardNumber)).id);
  await school.forgives(reopened.id);
  const loan = await school.lent(lostCopy.barcode, readerWithLoss.cardNumber);
  const owed = await school.loses((await school.lent(owedFor.barcode, readerWithLoss.cardNumber)).id);
  return {
    readerWithLoss,
    /** On loan to them, or lost by them. */
    lostCopy,
    /** The loan of it that was made last. */
    loanId: loan.id,
    owedId: owed.id,
    /** Owed by the reader of the place once. */
    settledId: settled.id,
    /** Settled, and owed again by the reader with losses whenever somebody takes that back. */
    reopenedId: reopened.id,
  };
});

/** Lends the copy to the reader with losses, who owes nothing then. @returns the id of the loan */
async function lendOnceMore(place: Place): Promise<string> {
  const { school } = place;
  const { readerWithLoss, lostCopy } = await losses.at(place);
  const owed = await school.librarian.all<Identified>(
    `${api}/compensations?readerId=${readerWithLoss.id}&status=owed`,
  );
  for (const { id } of owed) await school.forgives(id);
  await school.takeBack(lostCopy.barcode);
  return (await school.lent(lostCopy.barcode, readerWithLoss.cardNumber)).id;
}

export const feature: FeatureDoors = {
  adds: [losses],
  secrets: async (place) => {
    const { readerWithLoss, loanId, owedId, settledId, reopenedId } = await losses.at(place);
    const { id, name, cardNumber } = readerWithLoss;
    return [id, name, cardNumber, loanId, owedId, settledId, reopenedId];
  },
  lists: ['/compensations'],
  doors: ofOnePerson(
    write(
      'losses.create',
      '/losses',
      'id',
      201,
      async (place) => ({ loanId: (await losses.at(place)).loanId }),
      {
        before: async (place) => {
          (await losses.at(place)).loanId = await lendOnceMore(place);
        },
      },
    ),
    list('compensations.list', '/compensations', 'list', ({ reader }) => `readerId=${reader.id}`),
    byPath(
      'compensations.read',
      'GET',
      '/compensations/{id}',
      200,
      async (place) => (await losses.at(place)).settledId,
    ),
    {
      ...byPath(
        'compensations.settle',
        'POST',
        '/compensations/{id}/settlement',
        200,
        async (place) => (await losses.at(place)).owedId,
      ),
      ask: async (place) => ({
        path: at('/compensations/{id}/settlement', (await losses.at(place)).owedId),
        body: { how: 'paid' },
      }),
      before: async (place) => {
        (await losses.at(place)).owedId = (await place.school.loses(await lendOnceMore(place))).id;
      },
    },
    {
      ...byPath(
        'compensations.reopen',
        'POST',
        '/compensations/{id}/reopening',
        200,
        async (place) => (await losses.at(place)).reopenedId,
      ),
      ask: async (place) => ({
        path: at('/compensations/{id}/reopening', (await losses.at(place)).reopenedId),
      }),
      // Settled again where somebody before has taken it back.
      before: async (place) => {
        const { reopenedId } = await losses.at(place);
        const { status } = await place.school.librarian.get<{ status: string }>(
          `${api}/compensations/${reopenedId}`,
        );
        if (status === 'owed') await place.school.forgives(reopenedId);
      },
    },
  ),
};
