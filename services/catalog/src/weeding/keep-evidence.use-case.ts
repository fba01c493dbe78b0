import { Injectable } from '@nestjs/common';
import { conflict, FileStore, Problem, Transaction, type Caller } from '@shulian/service-kit';
import type { WeedingProposalId } from '@shulian/contracts/ids';
import { holdProposal } from './hold-proposal.step.js';
import type { ProposalView } from './weeding.http.js';
import { WeedingRepository } from './weeding.repository.js';

export const MOST_EVIDENCE_BYTES = 10 * 1024 * 1024;

/** Keeps the paper of an approval with its proposal, in place of the one before; once all is struck, the first one stays. */
@Injectable()
export class KeepEvidence {
  constructor(
    private readonly transaction: Transaction,
    private readonly files: FileStore,
  ) {}

  /** @param sent bytes as they came. @throws Problem 404, 409 `weeding.not-now`, 413, 415 `weeding.evidence-unsupported` */
  async execute(caller: Caller, id: WeedingProposalId, sent: Uint8Array): Promise<ProposalView> {
    const mediaType = mediaTypeOf(sent);
    if (mediaType === null) throw new Problem(415, 'weeding.evidence-unsupported');
    await this.transaction.run((tx) => holdProposal(tx, caller, id, 'keep-evidence'));
    const { id: fileId } = await this.files.write([sent], mediaType, MOST_EVIDENCE_BYTES);
    return this.transaction.run(async (tx) => {
      const { state } = await holdProposal(tx, caller, id, 'keep-evidence');
      const weeding = tx.use(WeedingRepository);
      const before = await weeding.evidenceOf(id);
      if (before !== null && state === 'done') throw conflict('weeding.not-now');
      await weeding.keepEvidence(id, { fileId, mediaType, by: caller.id }, before);
      return weeding.view(id);
    });
  }
}

/** By the bytes, whatever the sender calls it. */
const mediaTypeOf = (bytes: Uint8Array): string | null => {
  const begins = (...signs: readonly number[]): boolean => signs.every((sign, at) => bytes[at] === sign);
  if (begins(0x25, 0x50, 0x44, 0x46, 0x2d)) return 'application/pdf';
  if (begins(0xff, 0xd8, 0xff)) return 'image/jpeg';
  return begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) ? 'image/png' : null;
};
