import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { Type } from 'class-transformer';
import { Id } from '../http/id.js';
import type { JobOutput, JobProblem, JobStatus, JobView } from './jobs.js';

const STATUSES = ['queued', 'running', 'succeeded', 'failed', 'cancelled'] as const;

export class JobsAsked {
  @ApiPropertyOptional({
    example: 'readers',
    description: '只列该服务的任务；省略则汇总各服务 jobs of this service; left out: of all of them',
  })
  @IsOptional()
  @Matches(/^[a-z]{1,20}$/)
  service?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @Id()
  schoolId?: string;

  @ApiPropertyOptional({ example: 'roster-import' })
  @IsOptional()
  @Matches(/^[a-z-]{1,64}$/)
  kind?: string;

  @ApiPropertyOptional({ enum: STATUSES })
  @IsOptional()
  @IsIn(STATUSES)
  status?: JobStatus;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 100, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 50;

  @ApiPropertyOptional({ format: 'uuid', description: '上一页的 nextCursor nextCursor of the page before' })
  @IsOptional()
  @Id()
  cursor?: string;
}

class JobProgress {
  @ApiProperty({ type: 'integer' })
  readonly done!: number;
  @ApiProperty({ type: 'integer', nullable: true, description: 'null until the file was counted' })
  readonly total!: number | null;
}

class JobOutputView implements JobOutput {
  @ApiProperty({ example: 'loans-per-class' })
  readonly name!: string;
  @ApiProperty({ type: 'integer', description: '存储字节数 bytes, as it is kept' })
  readonly size!: number;
  @ApiProperty({ format: 'date-time', description: '可下载至 until when it can be fetched' })
  readonly until!: string;
}

export class Job implements JobView {
  @ApiProperty({ example: 'catalog-019f2f6e-5c1a-7a3b-9c4d-2e5f60718293' })
  readonly id!: string;
  @ApiProperty({ example: 'catalog-import' })
  readonly kind!: string;
  @ApiProperty({ enum: STATUSES })
  readonly status!: JobStatus;
  @ApiProperty({ type: 'string', format: 'uuid', nullable: true, description: 'null: of the whole county' })
  readonly schoolId!: string | null;
  @ApiProperty({ type: JobProgress })
  readonly progress!: JobProgress;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    description: 'counts, when it has ended: created, updated, unchanged, rejected …',
    example: { created: 12, updated: 3, unchanged: 0, rejected: 1 },
  })
  readonly result!: Readonly<Record<string, unknown>> | null;
  @ApiProperty({ type: 'string', nullable: true, description: 'code of the problem that ended it' })
  readonly failure!: string | null;
  @ApiProperty({ format: 'date-time' })
  readonly createdAt!: string;
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  readonly finishedAt!: string | null;
  @ApiProperty({
    type: JobOutputView,
    nullable: true,
    description: '任务生成的文件：GET /jobs/{id}/output the file that it made',
  })
  readonly output!: JobOutput | null;
}

export class JobsPage {
  @ApiPropertyOptional({
    type: [String],
    description: '暂时不能答复的服务，其任务不在列 services that are away: their jobs are not listed',
  })
  readonly missing?: string[];
  @ApiProperty({ type: [Job] })
  readonly items!: Job[];
  @ApiProperty({ type: 'string', nullable: true })
  readonly nextCursor!: string | null;
}

class JobProblemView implements JobProblem {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'where in the file',
    example: { sheet: '名册', row: 7 },
  })
  readonly place!: Readonly<Record<string, string | number>>;
  @ApiProperty({ example: 'name.missing' })
  readonly code!: string;
  @ApiProperty({ example: '缺少姓名', description: 'in the language of the reader' })
  readonly title!: string;
  @ApiPropertyOptional({ type: 'object', additionalProperties: true, example: { column: '姓名' } })
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
}

export class JobProblemsPage {
  @ApiProperty({ type: [JobProblemView] })
  readonly items!: JobProblemView[];
  @ApiProperty({ type: 'string', nullable: true })
  readonly nextCursor!: string | null;
}
