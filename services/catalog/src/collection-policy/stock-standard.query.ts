import { Injectable } from '@nestjs/common';
import { Clock, Database, statement } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { PupilsQuery } from '../from-readers/pupils.query.js';
import { POLICY_IN_FORCE } from './collection-policy.row.js';
import type { StandardView } from './collection-policy.http.js';
import { NATIONAL_STANDARD } from './rules/collection-policy.js';
import { standardVolumes, type VolumesPerPupil } from './rules/standard.js';

const PER_PUPIL = statement(
  'stock-standard.perPupil',
  `select primary_volumes as "primary", junior_volumes as "junior", senior_volumes as "senior"
   from collection_policy where id = ${POLICY_IN_FORCE}`,
);
/** What the lines of the registers come to, which is kept as a sum. */
const VOLUMES = statement(
  'stock-standard.volumes',
  'select coalesce(sum(volumes), 0)::int as volumes from register_sum_now where school_id = $1',
);

/** How many volumes the standard wants of a school, by its pupils and its policy, and how many there are. */
@Injectable()
export class StockStandardQuery {
  constructor(
    private readonly database: Database,
    private readonly pupils: PupilsQuery,
    private readonly clock: Clock,
  ) {}

  async of(schoolId: SchoolId): Promise<StandardView> {
    const [written] = await this.database.rows<VolumesPerPupil>(PER_PUPIL, [this.clock.today(), schoolId]);
    const [held] = await this.database.rows<{ volumes: number }>(VOLUMES, [schoolId]);
    const sections = await this.pupils.bySection(schoolId);
    const volumesPerPupil = written ?? NATIONAL_STANDARD;
    const required = standardVolumes(sections, volumesPerPupil);
    const volumes = held?.volumes ?? 0;
    return {
      schoolId,
      sections,
      pupils: sections.reduce((sum, { pupils }) => sum + pupils, 0),
      volumesPerPupil,
      required,
      volumes,
      wanting: Math.max(0, required - volumes),
    };
  }
}
