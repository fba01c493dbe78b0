const of = (table: string, condition = 'true', id = 'id'): string =>
  `select ${id}::text as value from catalog.${table} where school_id = $1 and ${condition} order by ${id} desc`;
const ofCounty = (expression: string, table: string): string =>
  `select ${expression} as value from ${table} where $1::uuid is not null`;
/** The same of what a county may have none of: then nobody is there under the id that is asked for. */
const orNone = (statement: string): string =>
  `(${statement}) union all select '00000000-0000-7000-8000-000000000000' where $1::uuid is not null`;

/** What the newer rooms of the school `$1`, or of the county, have. */
export const OF_ROOMS = {
  booklists: of('bibliography', 'published_on is not null'),
  titlesWithCover: ofCounty('title_id::text', 'catalog.title_cover'),
  vendors: of('vendor'),
  reviews: of('suitability_review'),
  suggestions: of('suggestion'),
  orders: of('purchase_order'),
  deliveries: of('delivery'),
  plans: of('acquisition_plan'),
  centralPurchases: orNone(ofCounty('id::text', 'catalog.central_purchase')),
  issueLists: orNone(of('issue_list')),
  gifts: orNone(of('delivery', `source = 'donation' and status = 'accepted'`)),
  pupilBooks: orNone(of('pupil_book')),
  processedCopies: of('copy', `accessioned_on >= date '2026-01-20'`),
  shelves: of('location', `kind = 'shelf'`),
  rooms: of('location', `kind = 'room'`),
  runningStocktakes: of('stocktake', `state = 'open'`),
  signedStocktakes: of('stocktake', `state = 'signed'`),
  patrols: of('shelf_patrol'),
  reports: of('work_report'),
  shifts: of('shelf_shift'),
  projects: of('retrospective_project'),
  sessions: of('mending_session'),
  inspections: of('condition_inspection'),
  proposals: of('weeding_proposal'),
  transfers: `select id::text as value from catalog.ownership_transfer where from_school_id = $1`,
  serials: ofCounty('title_id::text', 'catalog.serial'),
  rounds: of('subscription_round'),
  eResources: of('e_resource'),
  featureDatabases: of('e_resource', `kind = 'feature-database' and published_on is not null`),
  trials: of('e_resource_trial'),
  themes: ofCounty('id::text', 'catalog.reading_theme'),
  markedTitles: ofCounty('title_id::text', 'catalog.title_audience'),
  collections: of('collection'),
  schoolPublications: of('school_publication', 'true', 'title_id'),
  archiveFiles: of('archive_file'),
  archiveUnits: of('archive_unit'),
  destructions: of('archive_destruction'),
  yearbooks: of('archive_yearbook'),
  renumberings: of('renumbering'),
  titleEdits: ofCounty('id::text', 'catalog.title_edit'),
  authorities: ofCounty('id::text', '(select id from catalog.authority where merged_into is null) a'),
  authorityPairs: ofCounty(
    `'authorityId=' || a.id || '&intoAuthorityId=' || b.id`,
    `catalog.authority a join catalog.authority b on b.kind = a.kind and b.id > a.id and b.merged_into is null
       and a.merged_into is null`,
  ),
  merges: ofCounty('id::text', 'catalog.title_merge'),
  pairs: ofCounty(
    `'titleId=' || title_id || '&intoTitleId=' || other_id`,
    `catalog.title_merge_candidate k join catalog.title a on a.id = k.title_id and a.merged_into is null
       join catalog.title b on b.id = k.other_id and b.merged_into is null`,
  ),
  usernames: ofCounty('username', 'readers.account'),
} as const;
