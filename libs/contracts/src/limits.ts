/**
 * How long what people write may become, in characters; how long lists, in entries. One place for the schemas of events,
 * for the doors and for imports: what a door lets in, an event can carry, and the largest event fits into a message
 * (`eventBytes`).
 */
export const limits = {
  title: 1_000,
  contributor: 300,
  contributors: 100,
  isbns: 50,
  publisher: 500,
  clc: 100,
  barcode: 40,
  /** of an invoice, a list or an approval */
  documentNumber: 60,
  approver: 60,
  noticeTitle: 100,
  noticeWords: 5_000,
  introduction: 5_000,
  openingWords: 500,
  /** of one issue of recommendations, one exhibition, one list that is brought to readers */
  titlesOfIssue: 50,
  /** what a vote, a campaign, a round of awards or a board is called */
  activityName: 100,
  /** what a reader writes on a board */
  postWords: 5_000,
  /** why a line of the registers is put right */
  correctionNote: 200,
  /** what a stocktake, a proposal or a mending session is called */
  occasionName: 100,
  /** what a person adds to a decision about the stock */
  stockNote: 200,
  /** barcodes in one call of a scanner */
  scans: 1_000,
  /** copies that go from school to school by one document */
  copiesOfTransfer: 500,
  /** what two schools write to each other about a transfer */
  transferNote: 200,
  bookNumber: 60,
  volume: 100,
  /** class number, book number and volume with a slash between them */
  callNumber: 262,
  location: 200,
  /** of a place in the tree of a school */
  locationName: 60,
  /** how to get there, on a sign */
  directions: 300,
  /** of a reading theme or a collection */
  groupName: 60,
  /** titles or copies that one change takes at once */
  chosenAtOnce: 500,
  schoolCode: 40,
  schoolName: 100,
  termName: 60,
  className: 60,
  /** a reason as a code, never free text */
  code: 40,
  daysOfYear: 366,
  vendorName: 200,
  /** what a round of buying is called, as 2026年秋季图书采购 */
  orderName: 100,
  /** what a survey before a round found */
  survey: 4_000,
  /** who reviewed, gave or bought, as it shall stand in a list */
  personName: 100,
  /** a word with a decision, a review, a delivery */
  remark: 500,
  /** among whom one purchase of the county office is split */
  schoolsOfPurchase: 500,
  /** of all lines and schools together: one transaction sends them out */
  sharesOfPurchase: 20_000,
  /** lines of an order, a delivery or a review that come in one call */
  linesAtOnce: 200,
  /** volumes that one acceptance enters: a transaction of a second or two, while desks wait for the registers */
  volumesOfDelivery: 500,
} as const;
