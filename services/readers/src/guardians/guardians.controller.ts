import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
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
import { LogSightOfReaders } from '../enrolment/log-sight-of-readers.use-case.js';
import { ChangeGuardian } from './change-guardian.use-case.js';
import { EnterGuardian } from './enter-guardian.use-case.js';
import { EraseGuardian } from './erase-guardian.use-case.js';
import { printedGuardians } from './guardians.format.js';
import {
  GuardianAsked,
  GuardianChange,
  GuardiansAsked,
  GuardiansPage,
  GuardianView,
} from './guardians.http.js';
import { GuardiansQuery } from './guardians.query.js';

@ApiTags('guardians')
@Controller('guardians')
export class GuardiansController {
  constructor(
    private readonly guardians: GuardiansQuery,
    private readonly enterGuardian: EnterGuardian,
    private readonly changeGuardian: ChangeGuardian,
    private readonly eraseGuardian: EraseGuardian,
    private readonly logSight: LogSightOfReaders,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Versioned()
  @Does('guardians.create')
  @ApiCreatedResponse({ type: GuardianView })
  create(
    @From() caller: Caller,
    @Body() input: GuardianAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.enterGuardian.execute(caller, input, request);
  }

  @Get()
  @Does('guardians.list')
  @ApiOkResponse({ type: GuardiansPage })
  list(
    @From() caller: Caller,
    @Query() input: GuardiansAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<GuardianView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedGuardians, input, language, async (page) => {
      const found = await this.guardians.page(caller, page, schoolId);
      const seen = [...new Set(found.items.map(({ readerId }) => readerId))];
      const items = seen.map((id) => ({ id, schoolId }));
      await this.logSight.execute(caller, 'guardians.list', { items });
      return found;
    });
  }

  @Get(':id')
  @Versioned()
  @Does('guardians.read')
  @ApiOkResponse({ type: GuardianView })
  async read(@From() caller: Caller, @Param('id') id: string): Promise<GuardianView> {
    const guardian = await this.guardians.byId(caller, pathId(id));
    const { readerId, schoolId } = guardian;
    await this.logSight.execute(caller, 'guardians.read', { items: [{ id: readerId, schoolId }] });
    return guardian;
  }

  @Patch(':id')
  @Versioned()
  @Does('guardians.change')
  @ApiOkResponse({ type: GuardianView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: GuardianChange,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.changeGuardian.execute(caller, pathId(id), version, input, request);
  }

  @Delete(':id')
  @HttpCode(204)
  @Does('guardians.erase')
  @ApiNoContentResponse()
  erase(@From() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.eraseGuardian.execute(caller, pathId(id));
  }
}
