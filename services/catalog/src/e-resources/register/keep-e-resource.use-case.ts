import { Injectable } from '@nestjs/common';
import {
  Clock,
  invalid,
  newId,
  OncePerKey,
  refuseIfStale,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { KnownSchoolsQuery } from '../../from-readers/known-schools.query.js';
import type { EResource } from '../rules/e-resource.js';
import { writtenBy } from '../written-by.step.js';
import type { EResourceAsked, EResourceChangeAsked } from './e-resources.http.js';
import { EResourcesRepository } from './e-resources.repository.js';

/** The register of electronic resources: what there is, and what is said of it. */
@Injectable()
export class KeepEResource {
  constructor(
    private readonly once: OncePerKey,
    private readonly schools: KnownSchoolsQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 for an unknown school, 400 for grades the wrong way round */
  async add(caller: Caller, asked: EResourceAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolOrCounty(asked.schoolId);
    if (schoolId !== null && (await this.schools.awaited(schoolId)) === null)
      throw unknownReference('/schoolId');
    return this.once.run(request, 201, async (tx) => {
      const resource = said(
        {
          id: newId(),
          version: 1,
          schoolId,
          kind: asked.kind,
          name: asked.name,
          ...NOTHING_SAID,
          addedOn: this.clock.today(),
          addedBy: caller.id,
        },
        asked,
      );
      await tx.use(EResourcesRepository).add(resource);
      return tx.use(EResourcesRepository).view(resource.id, this.clock.today());
    });
  }

  /** @throws Problem 404 for one that others write, 412, 400 for grades the wrong way round */
  change(
    caller: Caller,
    id: string,
    version: number,
    asked: EResourceChangeAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const resources = tx.use(EResourcesRepository);
      const resource = writtenBy(caller, await resources.locked(id));
      refuseIfStale(version, resource.version);
      const next = { ...said(resource, asked), version: resource.version + 1 };
      await resources.change({ ...next, name: asked.name ?? resource.name });
      return resources.view(id, this.clock.today());
    });
  }
}

/** A resource of which only its name and kind are known. */
export const NOTHING_SAID = {
  provider: null,
  scope: null,
  url: null,
  subject: null,
  audience: null,
  firstGrade: 1,
  lastGrade: 12,
  quotaUnit: null,
  goalEntries: null,
  goalOn: null,
  note: null,
  publishedOn: null,
  endedOn: null,
  endReason: null,
  endsOn: null,
} as const;

/** @throws Problem 400 for grades the wrong way round */
function said(before: EResource, asked: EResourceChangeAsked): EResource {
  const after = <Value>(value: Value | undefined, was: Value): Value => (value === undefined ? was : value);
  const next = {
    ...before,
    provider: after(asked.provider, before.provider),
    scope: after(asked.scope, before.scope),
    url: after(asked.url, before.url),
    subject: after(asked.subject, before.subject),
    audience: after(asked.audience, before.audience),
    firstGrade: asked.firstGrade ?? before.firstGrade,
    lastGrade: asked.lastGrade ?? before.lastGrade,
    quotaUnit: after(asked.quotaUnit, before.quotaUnit),
    goalEntries: after(asked.goalEntries, before.goalEntries),
    goalOn: after<string | null>(asked.goalOn, before.goalOn),
    note: after(asked.note, before.note),
  };
  if (next.lastGrade < next.firstGrade) throw invalid({ pointer: '/lastGrade', code: 'before-first-grade' });
  return next;
}
