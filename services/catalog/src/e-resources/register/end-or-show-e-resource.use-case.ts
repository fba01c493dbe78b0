import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  OncePerKey,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { isToBeFound, type EResource } from '../rules/e-resource.js';
import { writtenBy } from '../written-by.step.js';
import { EResourcesRepository } from './e-resources.repository.js';

/** Resources end and go on again, are shown to readers and taken from their page. */
@Injectable()
export class EndOrShowEResource {
  constructor(
    private readonly once: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 409 `e-resource.ended` */
  end(caller: Caller, id: string, reason: string, request: DeskRequest | null): Promise<Answer> {
    return this.change(caller, id, request, (resource) => {
      if (resource.endedOn !== null) throw conflict('e-resource.ended');
      return { ...resource, endedOn: this.clock.today(), endReason: reason };
    });
  }

  /** @throws Problem 404, 409 `e-resource.not-ended` */
  reopen(caller: Caller, id: string, request: DeskRequest | null): Promise<Answer> {
    return this.change(caller, id, request, (resource) => {
      if (resource.endedOn === null) throw conflict('e-resource.not-ended');
      return { ...resource, endedOn: null, endReason: null };
    });
  }

  /** @throws Problem 404, 409 `e-resource.ended`, `e-resource.nothing-to-show` */
  show(caller: Caller, id: string, request: DeskRequest | null): Promise<Answer> {
    return this.change(caller, id, request, (resource, entries) => {
      if (resource.endedOn !== null) throw conflict('e-resource.ended');
      if (!isToBeFound(resource, entries)) throw conflict('e-resource.nothing-to-show');
      return { ...resource, publishedOn: resource.publishedOn ?? this.clock.today() };
    });
  }

  /** @throws Problem 404 */
  takeBack(caller: Caller, id: string, request: DeskRequest | null): Promise<Answer> {
    return this.change(caller, id, request, (resource) => ({ ...resource, publishedOn: null }));
  }

  private change(
    caller: Caller,
    id: string,
    request: DeskRequest | null,
    decide: (resource: EResource, entries: number) => EResource,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const resources = tx.use(EResourcesRepository);
      const resource = writtenBy(caller, await resources.locked(id));
      const { entries } = await resources.view(id, this.clock.today());
      await resources.change({ ...decide(resource, entries), version: resource.version + 1 });
      return resources.view(id, this.clock.today());
    });
  }
}
