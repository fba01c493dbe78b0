import { FollowChanges } from '@shulian/service-kit';

/** School systems keep copies of the titles of the county; one that was merged away is no more, until it is separated again. */
export class KnowWhenTitlesChanged1790004722000 extends FollowChanges {
  protected readonly followed = { table: 'title', schools: [], goneWhen: 'merged_into is not null' };
}
