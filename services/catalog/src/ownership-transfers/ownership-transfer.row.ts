import { EntitySchema } from 'typeorm';
import type { CalendarDay, OwnershipTransferId, SchoolId } from '@shulian/contracts/ids';
import type { OwnershipTransfer, TransferState } from './rules/ownership-transfer.js';

export type OwnershipTransferRow = {
  id: OwnershipTransferId;
  fromSchoolId: SchoolId;
  toSchoolId: SchoolId;
  state: TransferState;
  documentNumber: string | null;
  note: string | null;
  askedOn: CalendarDay;
  askedBy: string;
  decidedOn: CalendarDay | null;
  decidedBy: string | null;
  decisionNote: string | null;
};

export const ownershipTransferTable = new EntitySchema<OwnershipTransferRow>({
  name: 'ownership_transfer',
  columns: {
    id: { type: 'uuid', primary: true },
    fromSchoolId: { type: 'uuid', name: 'from_school_id' },
    toSchoolId: { type: 'uuid', name: 'to_school_id' },
    state: { type: 'text' },
    documentNumber: { type: 'text', name: 'document_number', nullable: true },
    note: { type: 'text', nullable: true },
    askedOn: { type: 'date', name: 'asked_on' },
    askedBy: { type: 'text', name: 'asked_by' },
    decidedOn: { type: 'date', name: 'decided_on', nullable: true },
    decidedBy: { type: 'text', name: 'decided_by', nullable: true },
    decisionNote: { type: 'text', name: 'decision_note', nullable: true },
  },
});

export const toTransfer = ({
  decidedOn,
  decidedBy,
  decisionNote,
  ...row
}: OwnershipTransferRow): OwnershipTransfer => ({
  ...row,
  decided:
    decidedOn === null || decidedBy === null ? null : { on: decidedOn, by: decidedBy, note: decisionNote },
});

export const toTransferRow = ({ decided, ...transfer }: OwnershipTransfer): OwnershipTransferRow => ({
  ...transfer,
  decidedOn: decided?.on ?? null,
  decidedBy: decided?.by ?? null,
  decisionNote: decided?.note ?? null,
});
