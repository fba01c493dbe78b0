import { FollowChanges } from '@shulian/service-kit';

/** School systems keep copies of the classes of a school. */
export class KnowWhenClassesChanged1790004721000 extends FollowChanges {
  protected readonly followed = { table: 'school_class', schools: ['school_id'] };
}
