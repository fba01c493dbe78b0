import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  pageOrDocument,
  ReadsIn,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { printedClasses, printedGrades, printedReaders, printedTeachers } from './loan-targets.format.js';
import {
  ClassesProgressPage,
  GradesProgressPage,
  ProgressAsked,
  ReadersProgressAsked,
  ReadersProgressPage,
  TeachersProgressAsked,
  TeachersProgressPage,
  type ClassProgress,
  type GradeProgress,
  type ReaderProgress,
  type TeacherProgress,
} from './loan-targets.http.js';
import { LoanTargetsQuery } from './loan-targets.query.js';

@Controller('loan-target-progress')
export class LoanTargetProgressController {
  constructor(
    private readonly loanTargets: LoanTargetsQuery,
    private readonly documents: Documents,
  ) {}

  @Get('readers')
  @Does('loan-target-progress.readers')
  @ApiOkResponse({ type: ReadersProgressPage })
  async readers(
    @From() caller: Caller,
    @Query() input: ReadersProgressAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ReaderProgress> | StreamableFile> {
    const schoolId = await this.loanTargets.schoolFor(caller, input.schoolId);
    return pageOrDocument(this.documents, printedReaders, input, language, (page) =>
      this.loanTargets.readers(caller, page, schoolId),
    );
  }

  @Get('classes')
  @Does('loan-target-progress.classes')
  @ApiOkResponse({ type: ClassesProgressPage })
  classes(
    @From() caller: Caller,
    @Query() input: ProgressAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ClassProgress> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedClasses, input, language, (page) =>
      this.loanTargets.classes(caller, page, schoolId),
    );
  }

  @Get('grades')
  @Does('loan-target-progress.grades')
  @ApiOkResponse({ type: GradesProgressPage })
  grades(
    @From() caller: Caller,
    @Query() input: ProgressAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<GradeProgress> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedGrades, input, language, (page) =>
      this.loanTargets.grades(caller, page, schoolId),
    );
  }

  @Get('teachers')
  @Does('loan-target-progress.teachers')
  @ApiOkResponse({ type: TeachersProgressPage })
  teachers(
    @From() caller: Caller,
    @Query() input: TeachersProgressAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<TeacherProgress> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedTeachers, input, language, (page) =>
      this.loanTargets.teachers(page, schoolId),
    );
  }
}
