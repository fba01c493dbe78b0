import { statement, type Session } from '@shulian/service-kit';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { MANDATE_VIEW, PAYMENT_VIEW } from './mandate.row.js';
import type { MandateView, PaymentView } from './mandates.http.js';

const SERIAL = statement('mandates.serial', 'select from serial where title_id = $1');
const ADD = statement(
  'mandates.add',
  `insert into serial_mandate (id, title_id, year, copies, price_fen, order_by, pay_by, set_on, set_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);
const LOCK = statement(
  'mandates.lock',
  `select id, year, withdrawn_on::text as "withdrawnOn" from serial_mandate where id = $1 for update`,
);
const WITHDRAW = statement(
  'mandates.withdraw',
  'update serial_mandate set withdrawn_on = $2, withdrawn_by = $3 where id = $1',
);
const PAY = statement(
  'mandates.pay',
  `insert into mandate_payment (id, mandate_id, school_id, fen, paid_on, document_number, entered_by)
   values ($1, $2, $3, $4, $5, $6, $7)`,
);
const LOCK_PAYMENT = statement(
  'mandates.lockPayment',
  `select id, school_id as "schoolId", reversed_on::text as "reversedOn" from mandate_payment where id = $1 for update`,
);
const REVERSE = statement(
  'mandates.reverse',
  'update mandate_payment set reversed_on = $2, reversed_by = $3, reversal_reason = $4 where id = $1',
);
const VIEW = statement('mandates.view', `${MANDATE_VIEW} where m.id = $1`);
const VIEW_PAYMENT = statement('mandates.viewPayment', `${PAYMENT_VIEW} where p.id = $1`);

/** The constraint that a second mandate for a serial and a year runs into. */
export const MANDATE_ONCE_A_YEAR = 'serial_mandate_once_a_year';

type Done = { readonly on: CalendarDay; readonly by: string };

/** What the county office has all schools take, and what they paid for it. */
export class MandatesRepository {
  constructor(private readonly session: Session) {}

  async hasSerial(id: string): Promise<boolean> {
    return (await this.session.rows(SERIAL, [id])).length > 0;
  }

  async add(
    mandate: Omit<MandateView, 'title' | 'postalCode' | 'setOn' | 'setBy' | 'withdrawnOn'>,
    { on, by }: Done,
  ): Promise<void> {
    const { id, serialId, year, copies, priceFen, orderBy, payBy } = mandate;
    await this.session.rows(ADD, [id, serialId, year, copies, priceFen, orderBy, payBy, on, by]);
  }

  async locked(id: string): Promise<{ readonly withdrawnOn: string | null } | null> {
    return (await this.session.rows<{ withdrawnOn: string | null }>(LOCK, [id]))[0] ?? null;
  }

  async withdraw(id: string, { on, by }: Done): Promise<void> {
    await this.session.rows(WITHDRAW, [id, on, by]);
  }

  async pay(
    payment: Pick<PaymentView, 'id' | 'mandateId' | 'schoolId' | 'fen' | 'paidOn' | 'documentNumber'>,
    by: string,
  ): Promise<void> {
    const { id, mandateId, schoolId, fen, paidOn, documentNumber } = payment;
    await this.session.rows(PAY, [id, mandateId, schoolId, fen, paidOn, documentNumber, by]);
  }

  async lockedPayment(
    id: string,
  ): Promise<{ readonly schoolId: SchoolId; readonly reversedOn: string | null } | null> {
    const rows = await this.session.rows<{ schoolId: SchoolId; reversedOn: string | null }>(LOCK_PAYMENT, [
      id,
    ]);
    return rows[0] ?? null;
  }

  async reverse(id: string, { on, by }: Done, reason: string): Promise<void> {
    await this.session.rows(REVERSE, [id, on, by, reason]);
  }

  async view(id: string): Promise<MandateView> {
    const [view] = await this.session.rows<MandateView>(VIEW, [id]);
    if (view === undefined) throw new Error('the mandate is gone');
    return view;
  }

  async paymentView(id: string): Promise<PaymentView> {
    const [view] = await this.session.rows<PaymentView>(VIEW_PAYMENT, [id]);
    if (view === undefined) throw new Error('the payment is gone');
    return view;
  }
}
