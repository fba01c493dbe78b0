import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  Once,
  pageOrDocument,
  pathId,
  ReadsIn,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { EnterParticipation } from './enter-participation.use-case.js';
import { printedParticipations } from './guardians.format.js';
import {
  ParticipationAsked,
  ParticipationsAsked,
  ParticipationsPage,
  ParticipationView,
} from './guardians.http.js';
import { GuardiansQuery } from './guardians.query.js';
import { RemoveParticipation } from './remove-participation.use-case.js';

@ApiTags('guardian-participations')
@Controller('guardian-participations')
export class ParticipationsController {
  constructor(
    private readonly guardians: GuardiansQuery,
    private readonly enterParticipation: EnterParticipation,
    private readonly removeParticipation: RemoveParticipation,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Does('guardian-participations.create')
  @ApiCreatedResponse({ type: ParticipationView })
  create(
    @From() caller: Caller,
    @Body() input: ParticipationAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.enterParticipation.execute(caller, input, request);
  }

  @Get()
  @Does('guardian-participations.list')
  @ApiOkResponse({ type: ParticipationsPage })
  list(
    @From() caller: Caller,
    @Query() input: ParticipationsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ParticipationView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedParticipations, input, language, (page) =>
      this.guardians.participations(page, schoolId),
    );
  }

  @Delete(':id')
  @HttpCode(204)
  @Does('guardian-participations.remove')
  @ApiNoContentResponse()
  remove(@From() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.removeParticipation.execute(caller, pathId(id));
  }
}
