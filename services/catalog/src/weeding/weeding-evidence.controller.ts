import { Readable } from 'node:stream';
import { Controller, Get, Param, Put, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller, Does, fileOfForm, From, pathId, type RequestOfCaller } from '@shulian/service-kit';
import type { WeedingProposalId } from '@shulian/contracts/ids';
import { KeepEvidence, MOST_EVIDENCE_BYTES } from './keep-evidence.use-case.js';
import { EvidenceFile } from './weeding-evidence.http.js';
import { ProposalView } from './weeding.http.js';
import { WeedingQuery } from './weeding.query.js';

type Id = WeedingProposalId;

/** The paper of an approval: kept with the proposal, and opened again. */
@ApiTags('weeding')
@Controller()
export class WeedingEvidenceController {
  constructor(
    private readonly weeding: WeedingQuery,
    private readonly evidence: KeepEvidence,
  ) {}

  @Put('weeding-proposals/:id/evidence')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: EvidenceFile })
  @Does('weeding-proposals.keep-evidence')
  @ApiOkResponse({ type: ProposalView })
  async keepEvidence(
    @From() caller: Caller,
    @Param('id') id: string,
    @Req() request: RequestOfCaller,
  ): Promise<ProposalView> {
    return this.evidence.execute(caller, pathId<Id>(id), await fileOfForm(request, MOST_EVIDENCE_BYTES));
  }

  @Get('weeding-proposals/:id/evidence')
  @Does('weeding-proposals.evidence')
  @ApiOkResponse({
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  async openEvidence(@From() caller: Caller, @Param('id') id: string): Promise<StreamableFile> {
    const { bytes, mediaType, size } = await this.weeding.evidence(caller, pathId<Id>(id));
    return new StreamableFile(Readable.from(bytes), {
      type: mediaType,
      length: size,
      disposition: 'attachment',
    });
  }
}
