import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { roles, type Role } from '@shulian/contracts/access';
import { Id } from '@shulian/service-kit';
import { InstantOrNone } from './instant.http.js';

/** A role and the place where it holds, as accounts and their own view of themselves show it. */
export class GrantView {
  @ApiProperty({ enum: roles })
  @IsIn(roles)
  role!: Role;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @Id()
  schoolId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'for teacher and class-helper: one grant a class' })
  @IsOptional()
  @Id()
  classId?: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'for reader; for class-helper the pupil, else the class as a whole',
  })
  @IsOptional()
  @Id()
  readerId?: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'instead of a school: all schools of the cluster, for school-head, librarian and teacher',
  })
  @IsOptional()
  @Id()
  clusterId?: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'the post, which names the operations of the role; left out: all of the role',
  })
  @IsOptional()
  @Id()
  postId?: string;

  @InstantOrNone('from when it holds; left out: at once')
  startsAt?: string;

  @InstantOrNone('from when it holds no more; left out: it goes on')
  endsAt?: string;
}

/** As an account has it. */
export class HeldGrantView extends GrantView {
  @ApiProperty({ format: 'uuid' })
  id!: string;
}

type Held = {
  readonly id: string;
  readonly role: Role;
  readonly schoolId?: string;
  readonly classId?: string;
  readonly readerId?: string;
  readonly clusterId: string | null;
  readonly postId: string | null;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
};

export const toGrantView = ({ role, schoolId, classId, readerId, ...grant }: Held): GrantView => ({
  role,
  ...(schoolId === undefined ? {} : { schoolId }),
  ...(classId === undefined ? {} : { classId }),
  ...(readerId === undefined ? {} : { readerId }),
  ...(grant.clusterId === null ? {} : { clusterId: grant.clusterId }),
  ...(grant.postId === null ? {} : { postId: grant.postId }),
  ...(grant.startsAt === null ? {} : { startsAt: grant.startsAt.toISOString() }),
  ...(grant.endsAt === null ? {} : { endsAt: grant.endsAt.toISOString() }),
});

export const toHeldGrantView = (grant: Held): HeldGrantView => ({ ...toGrantView(grant), id: grant.id });
