import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Caller, Does, From, Once, type Answer, type DeskRequest } from '@shulian/service-kit';
import { EndClosingStep } from './end-closing-step.use-case.js';
import { ClosingStepAsked, TermClosingAsked, TermClosingView } from './term-closings.http.js';
import { TermClosingsQuery } from './term-closings.query.js';
import { UndoClosingStep } from './undo-closing-step.use-case.js';

@Controller('term-closings')
export class TermClosingsController {
  constructor(
    private readonly closings: TermClosingsQuery,
    private readonly endStep: EndClosingStep,
    private readonly undoStep: UndoClosingStep,
  ) {}

  @Get()
  @Does('term-closings.read')
  @ApiOkResponse({ type: TermClosingView })
  read(@From() caller: Caller, @Query() input: TermClosingAsked): Promise<TermClosingView> {
    return this.closings.of(caller.schoolFor(input.schoolId), input);
  }

  @Post('steps')
  @HttpCode(200)
  @Does('term-closings.step')
  @ApiOkResponse({ type: TermClosingView })
  step(
    @From() caller: Caller,
    @Body() input: ClosingStepAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.endStep.execute(caller, input, request);
  }

  @Post('undoing')
  @HttpCode(200)
  @Does('term-closings.undo')
  @ApiOkResponse({ type: TermClosingView })
  undo(
    @From() caller: Caller,
    @Body() input: TermClosingAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.undoStep.execute(caller, input, request);
  }
}
