import { cp, rm } from 'node:fs/promises';
import { afterAll, describe, expect, it } from '@jest/globals';
import { freshFolder } from '@shulian/test-kit';
import { Caller, done, signIn, until, type Page } from './a-caller.builder.js';
import { County } from './a-county.builder.js';
import { School, type Loan, type Returned } from './a-school.builder.js';

const minutes = 60_000;
const PASSWORD = 'the password of the office';

let running: County | null = null;
const startIn = async (folder?: string): Promise<County> => {
  running = await County.start('postgres', { SHULIAN_ADMIN_PASSWORD: PASSWORD }, false, folder);
  if (running === null) throw new Error('the bus in PostgreSQL is always there');
  return running;
};
afterAll(async () => {
  await running?.stop();
});

describe('a county whose server is lost', () => {
  it(
    '[GTW-013] is started from its backup on another one: who had which book, who may sign in, and what the others know',
    async () => {
      const lost = await startIn();
      const school = await School.open(lost.admin);
      const [reader, copies] = [await school.reader(), await school.titles(3)];
      const [first, second, third] = copies.map(({ barcode }) => barcode) as [string, string, string];
      const loan = await school.lent(first, reader.cardNumber);
      await lost.stop();
      running = null;

      const elsewhere = `${await freshFolder('county-restored')}/county`;
      await cp(lost.folder, elsewhere, { recursive: true });
      await rm(lost.folder, { recursive: true });

      const restored = await startIn(elsewhere);
      const office = await signIn(restored.url, 'admin', PASSWORD);
      // Sessions are among what a backup holds: whoever was signed in still is.
      const librarian = new Caller(restored.url, school.librarian.token);
      const open = await librarian.get<Page<Loan>>(`/api/v1/loans?status=open&readerId=${reader.id}`);
      expect(open.items).toMatchObject([{ id: loan.id, dueOn: loan.dueOn, status: 'open' }]);

      const twice = await librarian.ask('POST', '/api/v1/checkouts', {
        body: { copyBarcode: first, cardNumber: reader.cardNumber },
      });
      expect(twice.status).toBe(409);
      const lend = (copyBarcode: string) =>
        librarian.post('/api/v1/checkouts', { copyBarcode, cardNumber: reader.cardNumber });
      await lend(second);
      const back = done<Returned>(
        await librarian.ask('POST', '/api/v1/returns', { body: { copyBarcode: first } }),
        200,
      );
      expect(back.loan?.id).toBe(loan.id);
      await lend(third);

      // Events go on where they were: nothing is counted twice, nothing is forgotten.
      await until(
        () => office.get<Record<string, number>>(`/api/v1/figures?schoolId=${school.id}`),
        (figures) =>
          figures['openLoans'] === 2 && figures['loansToday'] === 3 && figures['returnsToday'] === 1,
        minutes,
      );
    },
    6 * minutes,
  );
});
