import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  Clock,
  denied,
  newId,
  OncePerKey,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { ReportsQuery } from '../reports/reports.query.js';
import { assetFile } from './asset-exports.format.js';
import type { AssetExportAsked } from './asset-exports.http.js';
import { AssetExportsQuery } from './asset-exports.query.js';
import { AssetExportsRepository } from './asset-exports.repository.js';

/** What the asset system is told is written down as it was told (RPT-039, GTW-016). */
@Injectable()
export class MakeAssetExport {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly reports: ReportsQuery,
    private readonly exports: AssetExportsQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 `report.period-invalid`, 403 for a school out of reach, and for the county where only one is */
  execute(caller: Caller, input: AssetExportAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolOrCounty(input.schoolId);
    if (schoolId === null && !caller.reach.county) throw denied();
    const { from, to } = input;
    return this.oncePerKey.run(request, 201, async (tx) => {
      const { rows } = await this.reports.make('special-room-use', schoolId, true, { from, to }, 'zh');
      const profile = await this.exports.profile(tx.session);
      const period = { periodFrom: from, periodTo: to };
      const content = await assetFile(
        profile,
        rows.map((row) => ({ ...row, ...period })),
        this.clock.zone,
      );
      const exports = tx.use(AssetExportsRepository);
      const id = newId();
      await exports.add({
        id,
        schoolId,
        from,
        to,
        profileVersion: profile.version,
        rooms: rows.length,
        format: profile.format,
        content,
        sha256: createHash('sha256').update(content).digest('hex'),
        madeOn: this.clock.today(),
      });
      const made = { at: this.clock.now(), by: caller.id, receipt: null, note: null };
      await exports.addStep(id, { state: 'made', ...made });
      return exports.view(id);
    });
  }
}
