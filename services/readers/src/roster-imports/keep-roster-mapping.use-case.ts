import { Injectable } from '@nestjs/common';
import {
  invalid,
  newId,
  OncePerKey,
  refuseIfStale,
  Transaction,
  unknownReference,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { refuse } from '../refuse.adapter.js';
import { SchoolsRepository } from '../schools/schools.repository.js';
import type { ChangeMappingAsked, MappingAsked } from './roster-mappings.http.js';
import { RosterMappingsRepository, type KeptMapping } from './roster-mappings.repository.js';
import { isNeverRead, type MappedColumns } from './rules/roster-columns.js';
import type { RosterMapping } from './rules/roster-mapping.js';

/** A school says once how the columns of a list are to be read. */
@Injectable()
export class KeepRosterMapping {
  constructor(
    private readonly once: OncePerKey,
    private readonly transaction: Transaction,
  ) {}

  /** @throws Problem 400 for a heading that is never read, 409 `roster-mapping.exists` */
  create(request: DeskRequest | null, caller: Caller, input: MappingAsked): Promise<Answer> {
    return this.once.run(request, 201, async (tx) => {
      const schoolId = caller.schoolFor(input.schoolId);
      if ((await tx.use(SchoolsRepository).byId(schoolId)) === null) throw unknownReference('/schoolId');
      const mapping = {
        id: newId(),
        schoolId,
        name: input.name,
        columns: soundColumns(input.columns),
        told: soundTold(input.told),
        version: 1,
      };
      return this.kept(tx.use(RosterMappingsRepository), mapping);
    });
  }

  /** @throws Problem 404 out of reach, 412 for another version */
  change(
    request: DeskRequest | null,
    caller: Caller,
    id: string,
    version: number,
    input: ChangeMappingAsked,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const mappings = tx.use(RosterMappingsRepository);
      const before = await mappings.locked(id);
      if (before === null || !caller.mayWorkAt(before.schoolId)) throw unknownThing();
      refuseIfStale(version, before.version);
      return this.kept(mappings, {
        ...before,
        name: input.name ?? before.name,
        columns: input.columns === undefined ? before.columns : soundColumns(input.columns),
        told: input.told === undefined ? before.told : soundTold(input.told),
        version: before.version + 1,
      });
    });
  }

  /** What was read by it stays; lists are read by their headings again. */
  async remove(caller: Caller, id: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      const mappings = tx.use(RosterMappingsRepository);
      const before = await mappings.locked(id);
      if (before === null || !caller.mayWorkAt(before.schoolId)) throw unknownThing();
      await mappings.remove(id);
    });
  }

  private async kept(mappings: RosterMappingsRepository, mapping: KeptMapping) {
    if (!(await mappings.put(mapping))) throw refuse('roster-mapping.exists');
    return { ...mapping, usedAt: null };
  }
}

function soundColumns(columns: MappedColumns): MappedColumns {
  const told = Object.entries(columns).filter(([, heading]) => heading !== undefined);
  for (const [field, heading] of told)
    if (heading !== null && isNeverRead(heading))
      throw invalid({ pointer: `/columns/${field}`, code: 'never-read' });
  return Object.fromEntries(told);
}

const soundTold = (told: RosterMapping['told'] = {}): RosterMapping['told'] =>
  Object.fromEntries(Object.entries(told).filter(([, text]) => text !== undefined));
