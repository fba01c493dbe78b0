import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { roles, type Role } from '@shulian/contracts/access';
import { Id } from '@shulian/service-kit';

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
}
