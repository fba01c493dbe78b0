import { EntitySchema } from 'typeorm';
import type { IssueList } from './rules/issue-list.js';

export const issueListTable = new EntitySchema<IssueList>({
  name: 'issue_list',
  columns: {
    id: { type: 'uuid', primary: true },
    schoolId: { type: 'uuid', name: 'school_id' },
    vendorId: { type: 'uuid', name: 'vendor_id' },
    name: { type: 'text' },
    fileId: { type: 'uuid', name: 'file_id' },
    mediaType: { type: 'text', name: 'media_type' },
    size: { type: 'int' },
    receivedOn: { type: 'date', name: 'received_on' },
    receivedBy: { type: 'text', name: 'received_by' },
  },
});
