import { Injectable } from '@nestjs/common';
import { Clock, invalid, refuseIfStale, Transaction, type Caller } from '@shulian/service-kit';
import type { AssetProfileAsked } from './asset-exports.http.js';
import { AssetExportsQuery } from './asset-exports.query.js';
import { AssetExportsRepository } from './asset-exports.repository.js';
import { faultyColumns, type AssetProfile } from './rules/asset-profile.js';

/** The county says how its city wants the files; every version is kept, since files name the one they were made by. */
@Injectable()
export class PutAssetProfile {
  constructor(
    private readonly transaction: Transaction,
    private readonly exports: AssetExportsQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 for a column with a field and a value, or neither, or a header that is there, 412 `version.stale` */
  execute(caller: Caller, input: AssetProfileAsked, builtOn: number): Promise<AssetProfile> {
    const columns = input.columns.map(({ header, field = null, value = null, codes = [] }) => ({
      header,
      field,
      value,
      codes: codes.map(({ ours, theirs }) => ({ ours, theirs })),
    }));
    const faults = faultyColumns(columns);
    if (faults.length > 0)
      throw invalid(...faults.map((at) => ({ pointer: `/columns/${String(at)}`, code: 'contradicts' })));
    return this.transaction.run(async (tx) => {
      const exports = tx.use(AssetExportsRepository);
      await exports.lockProfile();
      const { version } = await this.exports.profile(tx.session);
      refuseIfStale(builtOn, version);
      const profile = { version: version + 1, format: input.format, columns };
      await exports.putProfile(profile, this.clock.today(), caller.id);
      return profile;
    });
  }
}
