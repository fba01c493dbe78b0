import { Injectable } from '@nestjs/common';
import {
  conflict,
  newId,
  OncePerKey,
  refuseIfStale,
  Transaction,
  unknownReference,
  unknownThing,
  violatedUnique,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import { PublishVoidedTokens } from '../signing/publish-voided-tokens.use-case.js';
import { VoidTokensRepository } from '../signing/void-tokens.repository.js';
import type {
  SchoolClusterAsked,
  SchoolClusterChangeAsked,
  SchoolClusterView,
} from './school-clusters.http.js';
import { SchoolClustersRepository } from './school-clusters.repository.js';
import type { SchoolCluster } from './rules/school-cluster.js';

/** Clusters of schools: who has a grant at one reaches what it has today. Real time, as all of signing in. */
@Injectable()
export class KeepClusters {
  constructor(
    private readonly once: OncePerKey,
    private readonly transaction: Transaction,
    private readonly voided: PublishVoidedTokens,
  ) {}

  /** @throws Problem 422 for a school that is not there, 409 `school-cluster.name-taken` */
  create(caller: Caller, input: SchoolClusterAsked, request: DeskRequest | null): Promise<Answer> {
    const cluster = { id: newId(), version: 1, name: input.name, schoolIds: input.schoolIds };
    return nameOnce(() =>
      this.once.run(request, 201, async (tx) => {
        await refuseUnknown(tx, cluster);
        await tx.use(SchoolClustersRepository).add(cluster, caller.id, new Date());
        await tx.use(SchoolClustersRepository).setSchools(cluster);
        return shown(tx, cluster.id);
      }),
    );
  }

  /** Who has grants there needs new tokens. @throws Problem 404, 412, 422, 409 `school-cluster.name-taken` */
  async change(
    id: string,
    version: number,
    input: SchoolClusterChangeAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const answer = await nameOnce(() =>
      this.once.run(request, 200, async (tx) => {
        const before = await lockedCluster(tx, id);
        refuseIfStale(version, before.version);
        const cluster = {
          ...before,
          version: before.version + 1,
          name: input.name ?? before.name,
          schoolIds: input.schoolIds ?? before.schoolIds,
        };
        await refuseUnknown(tx, cluster);
        await tx.use(SchoolClustersRepository).change(cluster);
        await tx.use(SchoolClustersRepository).setSchools(cluster);
        const now = new Date();
        for (const holder of await tx.use(SchoolClustersRepository).holders(id))
          await tx.use(VoidTokensRepository).add(holder, now);
        return shown(tx, id);
      }),
    );
    await this.voided.execute();
    return answer;
  }

  /** @throws Problem 404, 409 `school-cluster.in-use` */
  async remove(id: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      // Whoever gives a grant at it holds its key.
      await tx.session.rows('select 1 from school_cluster where id = $1 for update', [id]);
      await lockedCluster(tx, id);
      if (await tx.use(SchoolClustersRepository).isGranted(id)) throw conflict('school-cluster.in-use');
      await tx.use(SchoolClustersRepository).remove(id);
    });
  }
}

async function lockedCluster(tx: Tx, id: string): Promise<SchoolCluster> {
  const cluster = await tx.use(SchoolClustersRepository).locked(id);
  if (cluster === null) throw unknownThing();
  return cluster;
}

async function refuseUnknown(tx: Tx, { schoolIds }: SchoolCluster): Promise<void> {
  if (!(await tx.use(SchoolClustersRepository).allExist(schoolIds))) throw unknownReference('/schoolIds');
}

async function shown(tx: Tx, id: string): Promise<SchoolClusterView> {
  const view = await tx.use(SchoolClustersRepository).view(id);
  if (view === null) throw new Error('a cluster that is there is shown');
  return view;
}

async function nameOnce<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (violatedUnique(error) === 'school_cluster_name') throw conflict('school-cluster.name-taken');
    throw error;
  }
}
