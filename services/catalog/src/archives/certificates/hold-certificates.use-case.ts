import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  newId,
  OncePerKey,
  Transaction,
  unknownReference,
  unknownThing,
  violatedUnique,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import { KnownSchoolsQuery } from '../../from-readers/known-schools.query.js';
import type {
  CertificateIssueAsked,
  CertificatesAsked,
  CertificatesEntered,
  CertificateView,
} from './certificates.http.js';
import { CERTIFICATE_ONCE, CertificatesRepository } from './certificates.repository.js';

/** Certificates that nobody came for, held by the archive and given out (CAT-101). */
@Injectable()
export class HoldCertificates {
  constructor(
    private readonly once: OncePerKey,
    private readonly transaction: Transaction,
    private readonly schools: KnownSchoolsQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 for an unknown school, 409 `archive-certificate.entered-already` */
  async enter(caller: Caller, asked: CertificatesAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(asked.schoolId);
    if ((await this.schools.awaited(schoolId)) === null) throw unknownReference('/schoolId');
    const certificates = asked.items.map(({ kind, number, readerId, year, note = null }) => ({
      id: newId(), kind, number, readerId, year, note,
    })); // prettier-ignore
    try {
      return await this.once.run(request, 201, async (tx): Promise<CertificatesEntered> => {
        const held = tx.use(CertificatesRepository);
        await held.add(schoolId, certificates, { on: this.clock.today(), by: caller.id });
        return { items: await held.views(certificates.map(({ id }) => id)) };
      });
    } catch (error) {
      throw violatedUnique(error) === CERTIFICATE_ONCE
        ? conflict('archive-certificate.entered-already')
        : error;
    }
  }

  /** @throws Problem 404, 400 without the letter of who came for somebody, 409 `archive-certificate.issued` */
  issue(
    caller: Caller,
    id: string,
    asked: CertificateIssueAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const { collectedBy, documentNumber = null } = asked;
    if (collectedBy !== 'self' && documentNumber === null)
      throw invalid({ pointer: '/documentNumber', code: 'is-defined' });
    return this.once.run(request, 200, async (tx) => {
      const certificate = await ofCaller(tx, caller, id);
      if (certificate.state === 'issued') throw conflict('archive-certificate.issued');
      const held = tx.use(CertificatesRepository);
      const occasion = { on: this.clock.today(), by: caller.id };
      await held.issue(id, { collectedBy, documentNumber }, occasion);
      return (await held.views([id]))[0];
    });
  }

  /** @throws Problem 404, 409 `archive-certificate.held` */
  reopen(caller: Caller, id: string, request: DeskRequest | null): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const certificate = await ofCaller(tx, caller, id);
      if (certificate.state === 'held') throw conflict('archive-certificate.held');
      await tx.use(CertificatesRepository).reopen(id);
      return (await tx.use(CertificatesRepository).views([id]))[0];
    });
  }

  /** One that was entered by mistake. @throws Problem 404, 409 `archive-certificate.issued` */
  remove(caller: Caller, id: string): Promise<void> {
    return this.transaction.run(async (tx) => {
      const certificate = await ofCaller(tx, caller, id);
      if (certificate.state === 'issued') throw conflict('archive-certificate.issued');
      await tx.use(CertificatesRepository).remove(id);
    });
  }
}

/** @throws Problem 404 also for one of another school */
async function ofCaller(tx: Tx, caller: Caller, id: string): Promise<CertificateView> {
  const certificate = await tx.use(CertificatesRepository).locked(id);
  if (certificate === null || !caller.mayWorkAt(certificate.schoolId)) throw unknownThing();
  return certificate;
}
