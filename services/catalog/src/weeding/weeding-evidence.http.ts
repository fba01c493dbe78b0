import { ApiProperty } from '@nestjs/swagger';

/** `PUT /weeding-proposals/{id}/evidence`, multipart/form-data */
export class EvidenceFile {
  @ApiProperty({
    type: 'string',
    format: 'binary',
    description: 'the approval as a PDF, JPEG or PNG, at most 10 MB',
  })
  file!: unknown;
}
