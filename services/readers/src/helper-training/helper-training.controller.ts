import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Put,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  IfMatch,
  Once,
  pageOrDocument,
  pathId,
  ReadsIn,
  Versioned,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import type { TermId } from '@shulian/contracts/ids';
import { printedAttendance, printedFocus, printedTrainings } from './helper-training.format.js';
import {
  AttendanceListAsked,
  AttendancePage,
  AttendancesAsked,
  FocusGradesAsked,
  FocusPage,
  TrainingAsked,
  TrainingChangeAsked,
  TrainingFocusAsked,
  TrainingFocusView,
  TrainingsAsked,
  TrainingsPage,
  TrainingStepAsked,
  TrainingView,
  type AttendanceView,
  type FocusGradeView,
} from './helper-training.http.js';
import { HelperTrainings } from './helper-training.query.js';
import { KeepTraining } from './keep-training.use-case.js';
import { SetTrainingFocus } from './set-training-focus.use-case.js';

type Request = DeskRequest | null;

@Controller()
export class HelperTrainingController {
  constructor(
    private readonly trainings: HelperTrainings,
    private readonly keep: KeepTraining,
    private readonly setFocus: SetTrainingFocus,
    private readonly documents: Documents,
  ) {}

  @Post('helper-trainings')
  @HttpCode(201)
  @Does('helper-trainings.plan')
  @Versioned()
  @ApiCreatedResponse({ type: TrainingView })
  plan(@From() caller: Caller, @Body() input: TrainingAsked, @Once() request: Request): Promise<Answer> {
    return this.keep.plan(caller, input, request);
  }

  @Get('helper-trainings')
  @Does('helper-trainings.list')
  @ApiOkResponse({ type: TrainingsPage })
  list(
    @From() caller: Caller,
    @Query() input: TrainingsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<TrainingView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedTrainings, input, language, (page) =>
      this.trainings.list(page, schoolId),
    );
  }

  @Get('helper-trainings/:id')
  @Does('helper-trainings.read')
  @Versioned()
  @ApiOkResponse({ type: TrainingView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<TrainingView> {
    return this.trainings.byId(caller, pathId(id));
  }

  @Patch('helper-trainings/:id')
  @Does('helper-trainings.change')
  @Versioned()
  @ApiOkResponse({ type: TrainingView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: TrainingChangeAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.keep.change(caller, pathId(id), version, input, request);
  }

  @Post('helper-trainings/:id/step')
  @HttpCode(200)
  @Does('helper-trainings.step')
  @ApiOkResponse({ type: TrainingView })
  step(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() { step }: TrainingStepAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.keep.step(caller, pathId(id), step, request);
  }

  @Put('helper-trainings/:id/attendance')
  @Does('helper-trainings.put-attendance')
  @ApiOkResponse({ type: TrainingView })
  putAttendance(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: AttendancesAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.keep.attend(caller, pathId(id), input, request);
  }

  @Get('helper-trainings/:id/attendance')
  @Does('helper-trainings.attendance')
  @ApiOkResponse({ type: AttendancePage })
  async attendance(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: AttendanceListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<AttendanceView> | StreamableFile> {
    const training = await this.trainings.byId(caller, pathId(id));
    const notes = [training.name, training.heldOn];
    return pageOrDocument(
      this.documents,
      printedAttendance,
      input,
      language,
      (page) => this.trainings.attendance(caller, training, page),
      notes,
    );
  }

  @Put('helper-training-focuses/:termId')
  @Does('helper-training-focus.set')
  @ApiOkResponse({ type: TrainingFocusView })
  focusOn(
    @From() caller: Caller,
    @Param('termId') termId: string,
    @Body() input: TrainingFocusAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.setFocus.execute(caller, pathId<TermId>(termId), input, request);
  }

  @Get('helper-training-focuses/:termId')
  @Does('helper-training-focus.read')
  @ApiOkResponse({ type: FocusPage })
  focus(
    @From() caller: Caller,
    @Param('termId') termId: string,
    @Query() input: FocusGradesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<FocusGradeView> | StreamableFile> {
    return pageOrDocument(this.documents, printedFocus, input, language, (page) =>
      this.trainings.focus(caller, pathId<TermId>(termId), page),
    );
  }
}
