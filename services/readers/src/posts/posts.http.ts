import { ApiProperty } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { ListAsked } from '@shulian/service-kit';
import {
  DistinctTexts,
  Line,
  LineOrNull,
  OneOf,
  SchoolAsked,
  shown,
  Text,
  TextOrNull,
} from '@shulian/service-kit/fields';
import { MOST_OPERATIONS, POST_ROLES, type PostRole } from './rules/post.js';

const OPERATIONS = 'operations of the role (serial-issues.check-in) or groups of them (serial-issues)';
const RESPONSIBILITIES = 2_000;
const OPERATION = 80;

/** `POST /posts` */
export class PostAsked {
  @SchoolAsked()
  schoolId?: string;

  @Line(limits.groupName)
  name!: string;

  @OneOf(POST_ROLES)
  role!: PostRole;

  @Text(RESPONSIBILITIES, 'what is asked of who holds it')
  responsibilities!: string;

  @DistinctTexts(OPERATION, MOST_OPERATIONS, OPERATIONS)
  operations?: string[];
}

/** `PATCH /posts/{id}`: what is left out stays. */
export class PostChangeAsked {
  @LineOrNull(limits.groupName)
  name?: string | null;

  @TextOrNull(RESPONSIBILITIES)
  responsibilities?: string | null;

  @DistinctTexts(OPERATION, MOST_OPERATIONS, OPERATIONS)
  operations?: string[];
}

export class PostsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;
}

/** A post with its responsibilities and rights (岗位职责与权限). */
export class PostView {
  @ApiProperty(shown.id) id!: string;
  @ApiProperty(shown.whole) version!: number;
  @ApiProperty({ ...shown.idOrNull, description: 'null: of the county, for every school' })
  schoolId!: string | null;
  @ApiProperty(shown.orNull) schoolName!: string | null;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: POST_ROLES }) role!: PostRole;
  @ApiProperty() responsibilities!: string;
  @ApiProperty({ type: [String] }) operations!: string[];
  @ApiProperty({ ...shown.whole, description: 'grants that name it' }) holders!: number;
}

export class PostsPage {
  @ApiProperty({ type: [PostView] }) items!: PostView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}
