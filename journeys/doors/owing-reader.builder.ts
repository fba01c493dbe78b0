import { until, type Identified } from '../a-caller.builder.js';
import { another } from '../a-school.builder.js';
import { Added, api, at, type Place } from './door.builder.js';

/** A reader of a place who loses the same copy whenever somebody needs a loss. */
export class OwingReader {
  readonly added = new Added(async ({ school, schoolClass }) => {
    const reader = await school.reader({
      classId: schoolClass.id,
      name: `赵${another()}`,
      cardNumber: `Z${another()}`,
    });
    const [copy] = await school.titles(1);
    if (copy === undefined) throw new Error('no copy');
    // Circulation hears of a reader and of a copy a moment later.
    const { body } = await until(
      () => school.lend(copy.barcode, reader.cardNumber),
      ({ status }) => status === 201,
    );
    return { reader, copy, loanId: body.loan.id };
  });

  /** A loan that is open, anew. */
  async lent(place: Place): Promise<string> {
    const { school } = place;
    const { reader, copy } = await this.added.at(place);
    const owed = await school.librarian.all<Identified>(
      `${api}/compensations?readerId=${reader.id}&status=owed`,
    );
    for (const { id } of owed) await school.forgives(id);
    await school.takeBack(copy.barcode);
    return (await school.lent(copy.barcode, reader.cardNumber)).id;
  }

  /** What is owed for it, anew. */
  async owes(place: Place): Promise<string> {
    return (await place.school.loses(await this.lent(place))).id;
  }

  /** What was paid for it, anew. */
  async paid(place: Place): Promise<string> {
    const id = await this.owes(place);
    await place.school.librarian.post(at('/compensations/{id}/settlement', id), {
      how: 'paid',
      paidFen: 500,
    });
    return id;
  }
}
