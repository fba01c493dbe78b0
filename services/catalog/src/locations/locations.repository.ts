import { statement, type Session } from '@shulian/service-kit';
import type { CopyId, LocationId, SchoolId } from '@shulian/contracts/ids';
import { LOCATION_COLUMNS, toLocation, toRow, type LocationRow } from './location.row.js';
import type { Room } from './rules/copy-move.js';
import type { Location, Standing } from './rules/location.js';

/** The row is locked to the end of the transaction: whoever changes the tree or places copies in it sees it stand still. */
const LOCK_TREE = statement(
  'locations.lockTree',
  'select from location_tree where school_id = $1 for update',
);
const PLANT_TREE = statement(
  'locations.plantTree',
  'insert into location_tree (school_id) values ($1) on conflict do nothing',
);
const BY_ID = statement('locations.byId', `select ${LOCATION_COLUMNS} from location p where p.id = $1`);
const COUNT = statement(
  'locations.count',
  'select count(*)::int as places from location where school_id = $1 and not closed',
);
const ADD = statement(
  'locations.add',
  'insert into location select * from jsonb_populate_record(null::location, $1)',
);
const CHANGE = statement(
  'locations.change',
  `update location set version = $2, parent_id = $3, name = $4, position = $5, capacity = $6, theme = $7, closed = $8
   where id = $1`,
);
/** What is below goes with it: ids and words on the way down to it begin anew. */
const LEAD = statement(
  'locations.lead',
  `update location p set ancestors = $3::uuid[] || p.ancestors[array_position(p.ancestors, $2) + 1 :],
     path = $4 || substr(p.path, length($5) + 1)
   where p.school_id = $1 and $2 = any(p.ancestors)`,
);
const STANDING = statement(
  'locations.standing',
  `select (select count(*)::int from copy c join location p on p.id = c.location_id
           where p.school_id = $1 and $2 = any(p.ancestors) and c.stock_state <> 'withdrawn') as volumes,
          (select count(*)::int from location p
           where p.school_id = $1 and $2 = any(p.ancestors) and p.id <> $2 and not p.closed) as "openBelow"`,
);
const ROOMS = statement(
  'locations.rooms',
  `select a.id, a.path, a.capacity, count(c.id)::int as volumes,
          (count(c.id) filter (where c.id = any($3::uuid[])))::int as chosen
   from location a
   left join location p on p.school_id = a.school_id and a.id = any(p.ancestors)
   left join copy c on c.location_id = p.id and c.stock_state <> 'withdrawn'
   where a.school_id = $1 and a.id = any($2::uuid[]) and a.capacity is not null
   group by a.id order by cardinality(a.ancestors)`,
);

/** The constraint that two open sisters of one name run into. */
export const NAME_ONCE_IN_A_PLACE = 'location_name_once';

/** The questions asked of places. */
export class LocationsRepository {
  constructor(private readonly session: Session) {}

  /** Taken before copies are locked, always. */
  async lockTree(schoolId: SchoolId): Promise<void> {
    await this.session.rows(LOCK_TREE, [schoolId]);
  }

  /** The same for a school that may have no place yet. */
  async plantTree(schoolId: SchoolId): Promise<void> {
    await this.session.rows(PLANT_TREE, [schoolId]);
    await this.lockTree(schoolId);
  }

  async byId(id: LocationId): Promise<Location | null> {
    const [row] = await this.session.rows<LocationRow>(BY_ID, [id]);
    return row === undefined ? null : toLocation(row);
  }

  async openPlaces(schoolId: SchoolId): Promise<number> {
    const [row] = await this.session.rows<{ places: number }>(COUNT, [schoolId]);
    return row?.places ?? 0;
  }

  async add(location: Location): Promise<void> {
    await this.session.rows(ADD, [JSON.stringify(toRow(location))]);
  }

  /** Writes a change; where it leads another way than before, so does all below it. */
  async change(before: Location, after: Location): Promise<void> {
    const row = toRow(after);
    await this.session.rows(CHANGE, [
      row.id, row.version, row.parent_id, row.name, row.position, row.capacity, row.theme, row.closed,
    ]); // prettier-ignore
    if (before.path !== after.path || before.parentId !== after.parentId)
      await this.session.rows(LEAD, [row.school_id, row.id, row.ancestors, row.path, before.path]);
  }

  async standingIn(location: Location): Promise<Standing> {
    const [row] = await this.session.rows<Standing>(STANDING, [location.schoolId, location.id]);
    return row ?? { volumes: 0, openBelow: 0 };
  }

  /** The places on the way up from a goal whose capacity is said, and which of the copies stand in them already. */
  roomsAround(location: Location, copies: readonly CopyId[]): Promise<Room[]> {
    return this.session.rows<Room>(ROOMS, [location.schoolId, location.ancestors, copies]);
  }
}
